package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.HttpStatus;

/// The body of every refusal: problem details as in RFC 9457, with a `code` for programs and the
/// request's id.
///
/// @param instance the path that was asked for
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    List<FieldError> errors) {

  static Problem of(Refusal refusal, String instance, String requestId) {
    return new Problem(
        "urn:parley:problem:" + refusal.code(),
        title(refusal.status()),
        refusal.status().value(),
        refusal.detail(),
        instance,
        refusal.code(),
        requestId,
        refusal.errors());
  }

  private static String title(HttpStatus status) {
    return status.getReasonPhrase();
  }
}
