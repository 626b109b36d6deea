package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.FieldError;
import dev.parley.web.Invalid;
import dev.parley.web.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {

  @Test
  void namesTheFieldAtFault() {
    var refusal =
        new Invalid(
            List.of(
                new FieldError("n", "must be a whole number"),
                new FieldError("stream", "must be true or false")));
    assertThat(ErrorBody.of(refusal).error())
        .isEqualTo(
            new ErrorBody.Details(
                "`n` must be a whole number. `stream` must be true or false.",
                "invalid_request_error",
                "n",
                "invalid_value"));
  }

  @Test
  void namesNoFieldWhereAllOfTheBodyIsAtFault() {
    var error = ErrorBody.of(new Invalid("", "must be an object")).error();
    assertThat(error.param()).isNull();
    assertThat(error.message()).isEqualTo("The body must be an object.");
  }

  @Test
  void hasOpenAisWordForAnUnknownModel() {
    assertThat(ErrorBody.of(new Invalid("model", "must be one of a, b")).error().code())
        .isEqualTo("model_not_found");
  }

  @Test
  void keepsOurWordsWhereOpenAiHasNone() {
    assertThat(ErrorBody.of(new NotFound()).error())
        .isEqualTo(
            new ErrorBody.Details(
                "There is nothing here for you.", "invalid_request_error", null, "not_found"));
  }
}
