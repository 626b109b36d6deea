package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The session or token that a stream rests on has ended; what is being written goes on without
/// this reader.
final class SessionEnded extends Refusal {

  private static final long serialVersionUID = 1;

  SessionEnded() {
    super(HttpStatus.UNAUTHORIZED, "session_ended", "Your session has ended. Sign in again.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
