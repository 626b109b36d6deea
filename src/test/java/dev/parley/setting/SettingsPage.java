package dev.parley.setting;

import static java.util.stream.Collectors.joining;

import dev.parley.limit.Ceiling;
import dev.parley.limit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The page that lists all settings.
final class SettingsPage {

  static final Path COMMITTED = Path.of("docs", "configuration.md");

  private static final String HEAD =
      """
      # Settings

      Everything that can be set, with what holds where nobody does. The program's own records are where this page is made
      from, and a test holds it to them. What people set most often is explained in the [README](../README.md#settings).

      A setting comes from the command line (`--parley.model.silence=30s`), the environment (`PARLEY_MODEL_SILENCE=30s`), or a
      file `.env` in the folder where the server is started, with the names that the environment has. The command line goes
      before the environment, and that before the file.

      Not in these tables, because they are Spring Boot's or the log's: `HOST` (`0.0.0.0`) and `PORT` (`8000`), where to listen;
      `SERVER_SSL_…`, encryption; `LOG_FILE` (`app.log`).

      A time is a number with `ms`, `s`, `m`, `h` or `d`; a size one with `KB`, `MB` or `GB`; a list has commas; a number by name
      is set for each name, such as `--parley.model.windows[llama3.2]=128000`.
      """;

  private static final String LIMITS =
      """

      ## Limits

      How often what may be done, as a count and a time, such as `60/1m`. Whose it is: each account, guest session or address has a
      count of its own.

      | environment | default | whose | what it counts |
      |---|---|---|---|
      """;

  private static final String CEILINGS =
      """

      How many at one time:

      | environment | default | what it counts |
      |---|---|---|
      """;

  private SettingsPage() {}

  static String text() {
    return HEAD
        + records().stream().map(SettingsPage::section).collect(joining())
        + LIMITS
        + Arrays.stream(Limit.values()).map(SettingsPage::limit).collect(joining())
        + CEILINGS
        + Arrays.stream(Ceiling.values()).map(SettingsPage::ceiling).collect(joining());
  }

  /// All records of settings, by their prefix.
  static List<Class<?>> records() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scan.findCandidateComponents("dev.parley").stream()
        .<Class<?>>map(found -> type(found.getBeanClassName()))
        .sorted(Comparator.comparing(SettingsPage::prefix))
        .toList();
  }

  private static Class<?> type(@Nullable String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String prefix(Class<?> type) {
    return type.getAnnotation(ConfigurationProperties.class).value();
  }

  private static String section(Class<?> type) {
    return """

      ## `%s`

      %s

      | environment | command line | | default | what it is |
      |---|---|---|---|---|
      %s
      """
        .formatted(
            prefix(type),
            SourceComment.in(type, "record " + type.getSimpleName() + "(").text(),
            Setting.of(type).stream().map(Setting::row).collect(joining("\n")));
  }

  private static String limit(Limit limit) {
    var rate = limit.standard();
    return "| `PARLEY_LIMIT_%s` | `%d/%s` | %s | %s |\n"
        .formatted(
            limit.name(),
            rate.count(),
            time(rate.time()),
            limit.scope().name().toLowerCase(Locale.ROOT),
            SourceComment.in(Limit.class, limit.name() + "(").text());
  }

  private static String ceiling(Ceiling ceiling) {
    return "| `PARLEY_LIMIT_%s` | `%d` | %s |\n"
        .formatted(
            ceiling.name(),
            ceiling.standard(),
            SourceComment.in(Ceiling.class, ceiling.name() + "(").text());
  }

  private static String time(Duration time) {
    return time.toSeconds() % 3_600 == 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }
}
