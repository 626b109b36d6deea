package dev.parley.web;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// A request that is not carried out, for a reason that its sender should know. Each reason is a
/// class of its own in the room that has it, named as a fact. It carries no stack, because it is no
/// defect.
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String code;

  /// A refusal of a certain kind.
  ///
  /// @param code the stable word for programs, such as `email_taken`
  /// @param detail the sentence for people; it never holds a secret
  protected Refusal(HttpStatus status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  public final HttpStatus status() {
    return status;
  }

  public final String code() {
    return code;
  }

  public final String detail() {
    return String.valueOf(getMessage());
  }

  /// The limit that was reached, as its settings name it; empty where it was none.
  public String limit() {
    return "";
  }

  /// The fields at fault, if it is fields.
  public List<FieldError> errors() {
    return List.of();
  }

  /// Adds what the answer's head should say, such as `Retry-After`.
  public void addTo(HttpHeaders headers) {
    // Most refusals say all in the body.
  }
}
