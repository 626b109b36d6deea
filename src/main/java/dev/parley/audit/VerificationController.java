package dev.parley.audit;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import dev.parley.web.StreamedBody;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Verifying the record, for administrators. It reads all of it, so there is one at a time.
@RestController
class VerificationController {

  private record Progress(long events) {}

  private final Semaphore turn = new Semaphore(1);
  private final Verification verification;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  VerificationController(
      Verification verification, ApplicationEventPublisher events, JsonMapper json) {
    this.verification = verification;
    this.events = events;
    this.json = json;
  }

  /// Lines of JSON: how many events have been looked at, now and then, and a [Verdict] at the end.
  @PostMapping(path = "/admin/audit/verify", produces = MediaType.APPLICATION_NDJSON_VALUE)
  StreamedBody verify(Caller.Admin admin) {
    events.publishEvent(new Looked(admin, "record_verified"));
    return new StreamedBody(MediaType.APPLICATION_NDJSON, "verification.jsonl", this::verify);
  }

  private void verify(OutputStream out) throws IOException {
    if (!turn.tryAcquire()) {
      throw new VerificationRunning();
    }
    try {
      var report = verification.verify(null, seen -> tell(out, new Progress(seen)));
      write(out, report.verdict());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      turn.release();
    }
  }

  /// Whoever has gone needs no verdict.
  private void tell(OutputStream out, Progress progress) {
    try {
      write(out, progress);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(OutputStream out, Object line) throws IOException {
    out.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
