package dev.parley.platform;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the log holds, and how.
///
/// @param messages `PARLEY_LOG_MESSAGES`: whether it holds what people and models write; `false` in
///     production
/// @param format `LOG_FORMAT`: `text`, or `json` for one object on each line
@ConfigurationProperties("parley.log")
public record LogSettings(
    @DefaultValue("true") boolean messages, @DefaultValue("text") String format) {

  public LogSettings {
    if (!Set.of("text", "json").contains(format)) {
      throw new UnsafeStart(
          "LOG_FORMAT is neither text nor json.", "Leave it out for text, or set it to json.");
    }
  }

  /// A text as the log may show it.
  public String shown(String text) {
    return messages ? text : "[%d characters]".formatted(text.length());
  }
}
