package dev.parley.platform;

/// The database has undone this transaction, because it and another waited for one another. It may
/// be done again.
final class Deadlock extends StorageBusy {

  private static final long serialVersionUID = 1;

  Deadlock(Throwable cause) {
    super(cause);
  }
}
