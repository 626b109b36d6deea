package dev.parley.web;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/// What a controller returns where a body is of any size: it is written while it is sent.
///
/// @param fileName the name under which clients keep it
public record StreamedBody(MediaType type, String fileName, Writing writing) {

  /// Writes a body.
  @FunctionalInterface
  public interface Writing {

    /// Runs on a virtual thread of its own. Each write waits until the connection takes more, and
    /// fails once the client has gone. If this throws, the body is broken off, so that nobody takes
    /// it for whole; before the first few kilobytes, it becomes a refusal like any other.
    void writeTo(OutputStream out) throws IOException;
  }
}
