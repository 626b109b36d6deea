package dev.parley.export;

/// What a document says of itself. A number is added where documents come to be read otherwise.
final class Format {

  static final String NAME = "parley-export";
  static final int VERSION = 1;

  private Format() {}
}
