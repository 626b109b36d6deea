package dev.parley.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the log holds.
///
/// @param messages `PARLEY_LOG_MESSAGES`: whether it holds what people and models write
@ConfigurationProperties("parley.log")
public record LogSettings(@DefaultValue("true") boolean messages) {

  /// A text as the log may show it.
  public String shown(String text) {
    return messages ? text : "[%d characters]".formatted(text.length());
  }
}
