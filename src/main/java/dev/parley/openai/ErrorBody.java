package dev.parley.openai;

import dev.parley.web.FieldError;
import dev.parley.web.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// OpenAI's error object. Where OpenAI has a word for a refusal it is that, which clients know;
/// else ours.
public record ErrorBody(Details error) {

  /// What went wrong.
  ///
  /// @param type the kind of error, of which there are few
  /// @param param the field at fault
  /// @param code the stable word for programs
  public record Details(String message, String type, @Nullable String param, String code) {}

  private static final String MODEL_NOT_FOUND = "model_not_found";

  private static final Map<String, String> CODES =
      Map.of(
          "unauthenticated", "invalid_api_key",
          "rate_limited", "rate_limit_exceeded",
          "too_many_answers", "rate_limit_exceeded",
          "quota_exceeded", "insufficient_quota",
          "model_context_too_long", "context_length_exceeded",
          "model_unknown", MODEL_NOT_FOUND,
          "invalid_request", "invalid_value");

  /// A refusal as OpenAI's clients are told it.
  public static ErrorBody of(Refusal refusal) {
    var errors = refusal.errors();
    var param = errors.isEmpty() ? null : param(errors.getFirst());
    var code =
        "model".equals(param)
            ? MODEL_NOT_FOUND
            : CODES.getOrDefault(refusal.code(), refusal.code());
    var message = errors.isEmpty() ? refusal.detail() : message(errors);
    return new ErrorBody(new Details(message, type(refusal.status(), code), param, code));
  }

  private static String message(List<FieldError> errors) {
    var message = new StringBuilder();
    for (var error : errors) {
      var param = param(error);
      message.append(message.isEmpty() ? "" : " ");
      message.append(param == null ? "The body" : '`' + param + '`');
      message.append(' ').append(error.message()).append('.');
    }
    return message.toString();
  }

  /// None where all of the body is at fault.
  private static @Nullable String param(FieldError error) {
    return error.field().isEmpty() ? null : error.field();
  }

  private static String type(HttpStatus status, String code) {
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      return "insufficient_quota".equals(code) ? code : "requests";
    }
    return status.is5xxServerError() ? "server_error" : "invalid_request_error";
  }
}
