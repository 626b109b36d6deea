package dev.parley.web;

import java.io.InputStream;

/// The body of a request that is too large to be held, for a controller that takes one.
@FunctionalInterface
public interface IncomingBody {

  /// Reads it, once. Reading waits for the client, who sends no faster than is read.
  ///
  /// @return throws [TooLarge] where there is more than the call takes
  InputStream open();
}
