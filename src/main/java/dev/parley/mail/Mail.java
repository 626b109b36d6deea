package dev.parley.mail;

import java.util.List;

/// What a mail says.
///
/// @param subject one line
public record Mail(String subject, List<Part> parts) {

  public Mail(String subject, Part... parts) {
    this(subject, List.of(parts));
  }

  /// A piece of its body.
  public sealed interface Part {}

  /// Some sentences.
  public record Paragraph(String text) implements Part {}

  /// A place to go to.
  ///
  /// @param label what happens there, in a few words
  /// @param url with a secret in it
  public record Link(String label, String url) implements Part {

    @Override
    public String toString() {
      return "[link]";
    }
  }
}
