package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// Somebody has stopped the answer, which this reader was to have whole.
final class AnswerStopped extends Refusal {

  private static final long serialVersionUID = 1;

  AnswerStopped() {
    super(HttpStatus.CONFLICT, "answer_stopped", "The answer was stopped before it was whole.");
  }
}
