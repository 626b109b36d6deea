package dev.parley.setting;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// One thing that can be set.
///
/// @param name as the command line has it
/// @param environment as the environment has it
/// @param standard what holds where nobody sets it; blank for nothing
record Setting(String name, String environment, String type, String standard, String text) {

  /// The names in the environment with which a comment begins; they have a column of their own.
  private static final Pattern NAMES =
      Pattern.compile("^`([A-Z][A-Z_]+)`(?: or `([A-Z][A-Z_]+)`)?[,;:]? ?");

  /// Those of a record, and of the records within it.
  static List<Setting> of(Class<?> type) {
    var settings = new ArrayList<Setting>();
    var prefix = type.getAnnotation(ConfigurationProperties.class).value();
    collect(type, prefix, settings);
    return settings;
  }

  private static void collect(Class<?> type, String prefix, List<Setting> settings) {
    var comment = SourceComment.in(type, "record " + type.getSimpleName() + "(").components();
    for (var component : type.getRecordComponents()) {
      var name = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()
          && component.getType().getNestHost() == type.getNestHost()) {
        collect(component.getType(), name, settings);
      } else {
        settings.add(of(component, name, comment.getOrDefault(component.getName(), "")));
      }
    }
  }

  private static Setting of(RecordComponent component, String name, String comment) {
    var names = NAMES.matcher(comment);
    var named = names.find();
    var environment = named ? names.group(1) : upper(name);
    if (named && names.group(2) != null) {
      environment += "`, `" + names.group(2);
    }
    var text = named ? comment.substring(names.end()) : comment;
    return new Setting(name, environment, word(component), standard(component), text);
  }

  private static String standard(RecordComponent component) {
    for (var constructor : component.getDeclaringRecord().getDeclaredConstructors()) {
      for (var parameter : constructor.getParameters()) {
        var standard = parameter.getAnnotation(DefaultValue.class);
        if (parameter.getName().equals(component.getName()) && standard != null) {
          return String.join(",", standard.value());
        }
      }
    }
    return "";
  }

  private static String word(RecordComponent component) {
    var type = component.getType();
    if (type == Duration.class) {
      return "time";
    } else if (type == DataSize.class) {
      return "size";
    } else if (type == int.class) {
      return "number";
    } else if (type == boolean.class) {
      return "`true` or `false`";
    } else if (List.class.isAssignableFrom(type)) {
      return "list";
    }
    return Map.class.isAssignableFrom(type) ? "number by name" : "text";
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// As Spring Boot reads it: dots are underscores, dashes are nothing.
  private static String upper(String name) {
    return name.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
  }

  /// The line of the page that it is.
  String row() {
    var shown = standard.isEmpty() ? "–" : "`" + standard + "`";
    return "| `%s` | `%s` | %s | %s | %s |".formatted(environment, name, type, shown, text);
  }
}
