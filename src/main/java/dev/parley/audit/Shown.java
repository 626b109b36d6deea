package dev.parley.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An event as people see it.
///
/// @param sequence the process that recorded it, and its number there
/// @param hashes keyed hashes of its texts, by their names
record Shown(
    String sequence,
    Instant at,
    String kind,
    @Nullable String actor,
    @Nullable String subject,
    String outcome,
    @Nullable String requestId,
    Map<String, String> hashes) {

  static Shown of(Entry entry) {
    return new Shown(
        entry.sequence(),
        Instant.ofEpochMilli(entry.at()),
        entry.kind(),
        entry.actor(),
        entry.subject(),
        entry.outcome(),
        entry.requestId().isEmpty() ? null : entry.requestId(),
        hashes(entry.hashes()));
  }

  static Map<String, String> hashes(String text) {
    var hashes = new TreeMap<String, String>();
    if (!text.isEmpty()) {
      Arrays.stream(text.split(" ", -1))
          .map(hash -> hash.split(":", 2))
          .forEach(hash -> hashes.put(hash[0], hash[hash.length - 1]));
    }
    return hashes;
  }
}
