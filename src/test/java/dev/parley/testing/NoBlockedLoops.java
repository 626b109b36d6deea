package dev.parley.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails every test during which an event loop was blocked. Found by JUnit itself, so no test can
/// leave it out.
public final class NoBlockedLoops
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    check();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check();
  }

  private static void check() {
    var calls = BlockedLoops.take();
    if (!calls.isEmpty()) {
      throw new AssertionError("an event loop was blocked: " + calls);
    }
  }
}
