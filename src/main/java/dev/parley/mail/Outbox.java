package dev.parley.mail;

/// Where mails wait to be sent.
public interface Outbox {

  /// Has a mail sent, if the transaction that this is called in commits. What it says is asked of
  /// the [Correspondence] of that kind when it is sent. Of one kind one waits for an address.
  ///
  /// It takes the same time whoever the recipient is, and whether the mail server is there or not.
  ///
  /// @param recipient an address, normalised
  void put(String kind, String recipient);

  /// Sends nothing more of what waits for an address, if the transaction that this is called in
  /// commits.
  void forget(String recipient);
}
