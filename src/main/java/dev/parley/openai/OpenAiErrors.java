package dev.parley.openai;

import dev.parley.idempotency.StillRunning;
import dev.parley.model.ModelFailure;
import dev.parley.web.ErrorForm;
import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Tells refusals below `/v1` as OpenAI does.
@Component
final class OpenAiErrors implements ErrorForm {

  private static final String PATH = "/v1";

  @Override
  public boolean isFor(String path) {
    return path.startsWith(PATH) && (path.length() == 3 || path.charAt(3) == '/');
  }

  @Override
  public Object body(Refusal refusal) {
    return ErrorBody.of(refusal);
  }

  /// OpenAI's clients ask again of themselves after 408, 409, 429 and 5xx, unless they are told not
  /// to: where the model has worked on the answer, and so would be paid twice, and where it is of
  /// no use for hours.
  @Override
  public void addTo(HttpHeaders headers, Refusal refusal) {
    var hasCost = refusal instanceof ModelFailure failure && !failure.isUnread();
    if (hasCost || "quota_exceeded".equals(refusal.code()) || isConflict(refusal)) {
      headers.set("x-should-retry", "false");
    }
  }

  /// Who waits for the first request with a key gets its answer, and pays once.
  private static boolean isConflict(Refusal refusal) {
    return refusal.status() == HttpStatus.CONFLICT && !(refusal instanceof StillRunning);
  }
}
