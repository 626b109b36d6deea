package dev.parley.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A span of one process's numbers: which of them are events, and what those say. Segments are
/// numbered throughout, and each is sealed together with the seal of the one before.
///
/// @param first the number of its first event
/// @param last of its last
/// @param voids the numbers in between that are none: what they were given for did not happen
/// @param chain the codes of its events, hashed one after another
/// @param recovered whether its process had died, and it was made of the rows that were there
/// @param at milliseconds since 1970
record Segment(
    long number,
    long writer,
    long first,
    long last,
    List<Long> voids,
    String chain,
    boolean recovered,
    long at) {

  String seal(AuditKey key, String before) {
    return key.code(
        Use.SEGMENT,
        Joined.of(number, writer, first, last, voidsText(), chain, recovered, at, before));
  }

  /// The codes of events, each hashed together with those before it.
  static String chain(AuditKey key, Collection<String> codes) {
    var chain = "";
    for (var code : codes) {
      chain = key.code(Use.SEGMENT, Joined.of(chain, code));
    }
    return chain;
  }

  String voidsText() {
    return voids.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static List<Long> voids(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList();
  }

  long count() {
    return last - first + 1 - voids.size();
  }
}
