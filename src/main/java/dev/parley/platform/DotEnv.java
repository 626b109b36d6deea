package dev.parley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// Reads settings from `.env` in the working directory: lines of `NAME=value`, with `export`,
/// quotes and comments as a shell has them: a `#` begins one after a space. What the environment
/// itself says goes before it.
final class DotEnv implements EnvironmentPostProcessor {

  private static final Pattern LINE =
      Pattern.compile(
          """
          \\ufeff?\\s*(?:export\\s+)?(\\w+)\\s*=(?:\
          \\s*"((?:[^"\\\\]|\\\\.)*)"\\s*(?:#.*)?|\
          \\s*'([^']*)'\\s*(?:#.*)?|\
          ((?:(?!\\s#).)*)(?:\\s+#.*)?)""");

  /// What a shell lets a backslash protect inside of double quotes.
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\$`])");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var file = Path.of(".env");
    if (Files.isReadable(file)) {
      environment
          .getPropertySources()
          .addAfter(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              // By its name and class Spring reads SERVER_PORT as server.port, as it does in the
              // environment.
              new SystemEnvironmentPropertySource(".env-systemEnvironment", settings(file)));
    }
  }

  private static Map<String, Object> settings(Path file) {
    try (var lines = Files.lines(file)) {
      var settings = new LinkedHashMap<String, Object>();
      lines.forEach(line -> parse(line, settings));
      return settings;
    } catch (IOException | UncheckedIOException e) {
      throw new UnsafeStart(
          "The file %s cannot be read: %s".formatted(file.toAbsolutePath(), e.getMessage()),
          "Save it as UTF-8, and let this user read it.",
          e);
    }
  }

  static void parse(String line, Map<String, Object> into) {
    var matcher = LINE.matcher(line);
    if (matcher.matches()) {
      into.put(matcher.group(1), value(matcher));
    }
  }

  private static String value(MatchResult line) {
    if (line.group(2) != null) {
      return ESCAPED.matcher(line.group(2)).replaceAll("$1");
    }
    return line.group(3) == null ? line.group(4).strip() : line.group(3);
  }
}
