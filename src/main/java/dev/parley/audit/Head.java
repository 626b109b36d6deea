package dev.parley.audit;

/// Which segment is the last, so that none can be cut off behind it; and after which one they
/// begin, where older ones were deleted in good order.
///
/// Its code cannot be made of what stands in the segments: whoever cuts the last off has no head
/// that fits, unless they kept one from before. Against that an [Anchor] helps.
///
/// @param number of the last segment; 0 before the first
/// @param seal of that segment
/// @param baseNumber of the last that was deleted; 0 for none
/// @param baseSeal of that one
record Head(long number, String seal, long baseNumber, String baseSeal) {

  /// As it is stored.
  record Stored(Head head, String code) {

    boolean isGenuine(AuditKey key) {
      return head.stored(key).code.equals(code);
    }
  }

  /// That of a record with nothing in it.
  static Head first() {
    return new Head(0, "", 0, "");
  }

  Head after(Segment segment, String seal) {
    return new Head(segment.number(), seal, baseNumber, baseSeal);
  }

  Stored stored(AuditKey key) {
    return new Stored(this, key.code(Use.HEAD, Joined.of(number, seal, baseNumber, baseSeal)));
  }
}
