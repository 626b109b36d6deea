package dev.parley.answer;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An asker who may leave while the question is still being put, when nobody writes to them yet who
/// would notice.
public final class Leaving {

  /// The attribute of a request that has it.
  static final String ATTRIBUTE = Leaving.class.getName();

  private final CompletableFuture<@Nullable Void> left = new CompletableFuture<>();

  /// The asker has left.
  void left() {
    left.complete(null);
  }

  /// Has something done once the asker leaves; at once, where they have left already.
  void then(Runnable what) {
    var _ = left.thenRun(what);
  }
}
