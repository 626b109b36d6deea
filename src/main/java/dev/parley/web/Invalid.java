package dev.parley.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/// A well-formed request that cannot be accepted because of some of its fields.
public final class Invalid extends Refusal {

  private static final long serialVersionUID = 1;

  private final transient List<FieldError> errors;

  public Invalid(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  public Invalid(List<FieldError> errors) {
    super(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", "Some fields cannot be accepted.");
    this.errors = errors;
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }
}
