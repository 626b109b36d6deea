package dev.parley.audit;

/// Something that is wrong with the record.
///
/// @param place of the event or the segment
record Finding(Fault fault, String place) {

  /// What can be wrong.
  enum Fault {
    EVENT_CHANGED("event %s was changed"),
    EVENT_REMOVED("event %s was removed"),
    EVENT_ADDED("event %s was added"),
    EVENT_UNSEALED("event %s is old and in no segment: the segment is gone, or its server is"),
    SEGMENT_CHANGED("segment %s was changed, or the one before it"),
    SEGMENT_REMOVED("segment %s was removed"),
    SEGMENT_ADDED("segment %s was added"),
    HEAD_CHANGED("what says which segment is the last was changed%s"),
    CUT_OFF("segment %s was there before: the end was cut off, or the database is an older one"),
    NOTED("the server itself found, at %s, that the record had been tampered with");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  static Finding of(Fault fault, Object place) {
    return new Finding(fault, place.toString());
  }

  @Override
  public String toString() {
    return fault.sentence.formatted(place);
  }
}
