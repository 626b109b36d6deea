package dev.parley.mail;

import java.util.Optional;

/// Writes the mails of one kind.
public interface Correspondence {

  /// The kind that it writes.
  String kind();

  /// What the mail says, asked at the moment that it is sent and again at every attempt; so a token
  /// in it is made now, and is stored nowhere but as a hash. May block.
  ///
  /// @return nothing where there is nothing to say any more
  Optional<Mail> write(String recipient);

  /// Hears that it was sent, in the transaction that takes it from the outbox.
  default void sent(String recipient) {}
}
