package dev.parley.audit;

import dev.parley.platform.Happening;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One event on record.
///
/// @param writer the process that recorded it
/// @param number counts that process's events from 1
/// @param at milliseconds since 1970
/// @param requestId of the request that did it; empty for none
/// @param hashes of its texts: name, colon, hash, with spaces between them
record Entry(
    long writer,
    long number,
    long at,
    String kind,
    @Nullable String actor,
    @Nullable String subject,
    String outcome,
    String requestId,
    String hashes) {

  static Entry of(
      Happening happening, AuditKey key, long writer, long number, long at, String requestId) {
    var about = happening.subject() == null ? "" : happening.subject();
    var hashes =
        happening.texts().entrySet().stream()
            .map(text -> text.getKey() + ":" + key.hash(text.getKey(), about, text.getValue()))
            .collect(Collectors.joining(" "));
    return new Entry(
        writer,
        number,
        at,
        happening.kind(),
        happening.actor(),
        happening.subject(),
        happening.outcome(),
        requestId,
        hashes);
  }

  String code(AuditKey key) {
    return key.code(
        Use.EVENT, Joined.of(writer, number, at, kind, actor, subject, outcome, requestId, hashes));
  }

  /// The place of an event among all, for people: process and number.
  static String sequence(long writer, long number) {
    return "%x-%d".formatted(writer, number);
  }

  String sequence() {
    return sequence(writer, number);
  }
}
