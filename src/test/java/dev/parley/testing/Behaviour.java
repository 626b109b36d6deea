package dev.parley.testing;

import java.io.IOException;

/// What the fake does with a call; it runs on a virtual thread of its own and may block.
@FunctionalInterface
public interface Behaviour {

  /// Answers, well or badly.
  ///
  /// @throws IOException when the client is gone, which ends the connection
  /// @throws InterruptedException when the client closes the connection while the behaviour waits
  void answer(Exchange exchange) throws IOException, InterruptedException;
}
