package dev.parley.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/// One thing that the server promises.
///
/// @param section who or what brings the fault about
/// @param fault what happens
/// @param key what tests call it
/// @param text what holds all the same
record Promise(String section, String fault, String key, String text) {

  /// All of them, in the order of the list.
  static List<Promise> all() {
    var promises = new ArrayList<Promise>();
    list()
        .forEach(
            (section, faults) ->
                faults.forEach(
                    (fault, texts) ->
                        texts.forEach(
                            (key, text) -> promises.add(new Promise(section, fault, key, text)))));
    return promises;
  }

  private static Map<String, Map<String, Map<String, String>>> list() {
    try (var file = Promise.class.getResourceAsStream("/promises.yaml")) {
      return new Yaml().load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
