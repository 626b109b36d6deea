package dev.parley.budget;

/// Whose budget an answer is paid from.
public sealed interface Payer {

  /// By what the ledger knows it.
  String subject();

  /// By what its use is counted.
  String user();

  /// Whether there is a balance of its own.
  default boolean hasBalance() {
    return true;
  }

  /// The owner of a conversation: an account or a guest session.
  static Payer of(String ownerId) {
    return ownerId.startsWith("guest_") ? new GuestSession(ownerId) : new Account(ownerId);
  }

  /// An account.
  record Account(String subject) implements Payer {

    @Override
    public String user() {
      return subject;
    }
  }

  /// A session without an account. How much each used is nobody's interest once it is over.
  record GuestSession(String subject) implements Payer {

    @Override
    public String user() {
      return "guests";
    }
  }

  /// Whoever asks with a key of their own and says nothing else of themselves.
  record Stranger() implements Payer {

    static final String RELAY = "relay";

    @Override
    public boolean hasBalance() {
      return false;
    }

    @Override
    public String subject() {
      return RELAY;
    }

    @Override
    public String user() {
      return RELAY;
    }
  }
}
