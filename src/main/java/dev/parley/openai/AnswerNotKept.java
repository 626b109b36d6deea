package dev.parley.openai;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// A request that was answered before, and whose answer was not to be kept.
final class AnswerNotKept extends Refusal {

  private static final long serialVersionUID = 1;

  AnswerNotKept() {
    super(
        HttpStatus.CONFLICT,
        "answer_not_kept",
        "This Idempotency-Key was answered before. Nothing of that answer is kept.");
  }
}
