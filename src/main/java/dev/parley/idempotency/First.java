package dev.parley.idempotency;

/// Makes sure, inside the transaction that does something, that it is done once.
public interface First {

  /// Nobody asks how often.
  First ALWAYS =
      new First() {
        @Override
        public void checkFirst() {
          // It always is.
        }

        @Override
        public void keep(Object response) {
          // Nobody asks for it again.
        }

        @Override
        public void forget() {
          // Nothing is known of it.
        }
      };

  /// Makes sure that it was not done before.
  ///
  /// @throws KeptAlready where it was
  void checkFirst();

  /// Keeps the first answer.
  ///
  /// @throws KeptAlready where another was first
  void keep(Object response);

  /// Forgets that it was done, inside the transaction that takes it back.
  void forget();
}
