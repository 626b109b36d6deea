package dev.parley.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What the comment on a record says, of it and of each of its components.
record SourceComment(String text, Map<String, String> components) {

  private static final Path ROOT = Path.of("src", "main", "java");
  private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ?");

  /// The comment in front of a record or an enum's constant.
  ///
  /// @param before what the declaration begins with
  static SourceComment in(Class<?> type, String before) {
    var outermost = type.getNestHost().getName().replace('.', '/');
    try {
      var source = Files.readString(ROOT.resolve(outermost + ".java"));
      var comment = Pattern.compile("((?: *//.*\n)+)(?: *@.*\n)*.*\\b" + Pattern.quote(before));
      var found = comment.matcher(source);
      return found.find() ? read(found.group(1)) : new SourceComment("", Map.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SourceComment read(String comment) {
    var plain = comment.replaceAll("(?m)^ *///? ?", "").replaceAll("\\s+", " ").strip();
    var found = PARAMETER.matcher(plain);
    var components = new HashMap<String, String>();
    var text = plain;
    var name = "";
    var from = 0;
    while (found.find()) {
      keep(name, plain.substring(from, found.start()), components);
      text = name.isEmpty() ? plain.substring(0, found.start()) : text;
      name = found.group(1);
      from = found.end();
    }
    keep(name, plain.substring(from), components);
    return new SourceComment(text.strip(), components);
  }

  private static void keep(String name, String text, Map<String, String> components) {
    if (!name.isEmpty()) {
      components.put(name, text.strip());
    }
  }
}
