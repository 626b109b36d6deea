package dev.parley.idempotency;

/// Another request with the same key was first, by a moment.
public final class KeptAlready extends RuntimeException {

  private static final long serialVersionUID = 1;

  KeptAlready() {
    super("another request with the same key was first", null, false, false);
  }
}
