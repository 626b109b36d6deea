package dev.parley.testing;

import java.io.IOException;
import java.util.Map;

/// An error as OpenAI writes it.
///
/// @param code a stable word; empty for none, as with the errors of the service itself
record ApiError(int status, String type, String code, String message) {
  static final ApiError SERVER =
      new ApiError(
          500,
          "server_error",
          "",
          "The server had an error while processing your request. Sorry about that!");

  /// The error that goes with a status.
  static ApiError of(int status, Call call) {
    return switch (status) {
      case 401 ->
          invalid(
              401, "invalid_api_key", "Incorrect API key provided: " + masked(call.bearer()) + ".");
      case 403 -> invalid(403, "unsupported_country_region_territory", "Region not supported.");
      case 404 -> modelNotFound(call.model());
      case 429 ->
          new ApiError(
              429,
              "requests",
              "rate_limit_exceeded",
              "Rate limit reached for %s on requests per min (RPM): Limit 3, Used 3, Requested 1."
                  .formatted(call.model()));
      case 503 ->
          new ApiError(
              503,
              "server_error",
              "",
              "The engine is currently overloaded. Please try again later.");
      default ->
          status >= 500
              ? new ApiError(status, SERVER.type, SERVER.code, SERVER.message)
              : invalid(status, "", "The request was refused.");
    };
  }

  static ApiError invalid(int status, String code, String message) {
    return new ApiError(status, "invalid_request_error", code, message);
  }

  static ApiError modelNotFound(String model) {
    return invalid(
        404,
        "model_not_found",
        "The model `%s` does not exist or you do not have access to it.".formatted(model));
  }

  String json() {
    return """
    {"error":{"message":%s,"type":"%s","param":null,"code":%s}}\
    """
        .formatted(
            CompletionJson.quote(message),
            type,
            code.isEmpty() ? "null" : CompletionJson.quote(code));
  }

  void send(Wire wire) throws IOException {
    wire.respondWithJson(status, json());
  }

  void send(Wire wire, int retryAfterSeconds) throws IOException {
    wire.respond(
        status,
        Map.of(
            "Content-Type", "application/json", "Retry-After", Integer.toString(retryAfterSeconds)),
        json());
  }

  /// OpenAI repeats the first eight and the last four characters of a key that it refuses, so an
  /// error passed on as it is would leak them.
  private static String masked(String key) {
    return key.length() <= 12
        ? key
        : key.substring(0, 8) + "*".repeat(key.length() - 12) + key.substring(key.length() - 4);
  }
}
