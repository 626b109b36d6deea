package dev.parley.conversation;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// A failure as it was stored with its answer.
final class PastFailure extends Refusal {

  private static final long serialVersionUID = 1;

  private PastFailure(String code, String detail) {
    super(HttpStatus.BAD_GATEWAY, code, detail);
  }

  static PastFailure of(Message message) {
    var error = message.error();
    return error == null
        ? new PastFailure(Message.INTERRUPTED, "The answer was not finished.")
        : new PastFailure(error.code(), error.detail());
  }
}
