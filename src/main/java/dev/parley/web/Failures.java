package dev.parley.web;

import dev.parley.platform.NowhereStored;
import dev.parley.platform.OwnerGone;
import dev.parley.platform.StorageBusy;
import dev.parley.platform.StorageFull;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What a failure means to the client: our own refusals as they are, the framework's and the
/// database's by name.
final class Failures {

  private static final String WRONG_TYPE = "is not of the type that this call takes";

  private Failures() {}

  static Refusal explain(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case ServerWebInputException input -> unreadable(input);
      case ResponseStatusException framework -> framework(framework);
      case StorageBusy _ -> storage("storage_busy", "The database is busy. Try again in a moment.");
      case StorageFull _ ->
          new Defect(
              HttpStatus.INSUFFICIENT_STORAGE,
              "storage_full",
              "There is no room left to store this.");
      case OwnerGone _, NowhereStored _ -> new NotFound();
      case DataAccessException _, TransactionException _ ->
          storage("storage_unavailable", "The database cannot be reached. Try again in a moment.");
      default -> Defect.unknown();
    };
  }

  private static Refusal storage(String code, String detail) {
    return new Defect(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
  }

  private static Refusal unreadable(ServerWebInputException input) {
    var meaning = meaning(input.getCause());
    if (meaning != null) {
      return meaning;
    }
    var parameter = input.getMethodParameter();
    if (input.getCause() instanceof TypeMismatchException && parameter != null) {
      return new Invalid(name(parameter), WRONG_TYPE);
    }
    return new Malformed("The request cannot be read: " + input.getReason() + ".");
  }

  /// As clients write it.
  private static String name(MethodParameter parameter) {
    var named = parameter.getParameterAnnotation(RequestParam.class);
    return named == null || named.name().isEmpty()
        ? String.valueOf(parameter.getParameterName())
        : named.name();
  }

  private static @Nullable Refusal meaning(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> null;
      case Refusal refusal -> refusal;
      case DataBufferLimitException _ ->
          new Refused(HttpStatus.CONTENT_TOO_LARGE, "too_large", "The body is too large.");
      case StreamReadException _ -> Malformed.json();
      case UnrecognizedPropertyException unknown ->
          new Invalid(field(unknown), "is not a field that this call knows");
      case DatabindException mismatch ->
          mismatch.getCause() instanceof StreamReadException malformed
              ? meaning(malformed)
              : new Invalid(field(mismatch), WRONG_TYPE);
      case JacksonException _ -> new Malformed("The body is not JSON that this server reads.");
      default -> meaning(cause.getCause());
    };
  }

  private static String field(DatabindException mismatch) {
    var path = new StringBuilder();
    for (var step : mismatch.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static Refusal framework(ResponseStatusException failure) {
    var status = HttpStatus.valueOf(failure.getStatusCode().value());
    if (status == HttpStatus.NOT_FOUND) {
      return new NotFound();
    }
    return status.is5xxServerError()
        ? Defect.unknown()
        : new Refused(status, code(status), status.getReasonPhrase() + ".");
  }

  private static String code(HttpStatus status) {
    return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '_');
  }
}
