package dev.parley.audit;

/// The head of the record is not there, or was not written by this server.
final class HeadLost extends RuntimeException {

  private static final long serialVersionUID = 1;

  HeadLost() {
    super("the head of the record was changed by somebody");
  }
}
