package dev.parley.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that has happened and goes on record: an event of the room in which it happened.
///
/// It is published in the transaction that did it, and is on record if that commits. Where nothing
/// was changed, such as by a look or a password that was wrong, it is published before anybody is
/// told, and outside of any transaction that is undone or reads only.
public interface Happening {

  /// What happened, such as `signed_in`. Never changed, for it is on record.
  String kind();

  /// Who did it: the id of an account or a guest session; none where nobody knows.
  @Nullable String actor();

  /// The id of what it was done to, if there is any.
  @Nullable String subject();

  /// How it ended, in a word or a few, none of which is anything that a client sent.
  default String outcome() {
    return "done";
  }

  /// Texts that it was about, by their names. Of each a keyed hash is recorded, never the text.
  default Map<String, String> texts() {
    return Map.of();
  }
}
