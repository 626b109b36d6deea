package dev.parley.responses;

import dev.parley.web.FieldError;
import dev.parley.web.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Something that OpenAI's interface has and this server has not. To pass over it would give
/// another answer than was asked for.
final class UnsupportedParameter extends Refusal {

  private static final long serialVersionUID = 1;

  private final transient FieldError error;

  UnsupportedParameter(String field, String message) {
    super(HttpStatus.BAD_REQUEST, "unsupported_parameter", "This is not supported here.");
    this.error = new FieldError(field, message);
  }

  @Override
  public List<FieldError> errors() {
    return List.of(error);
  }
}
