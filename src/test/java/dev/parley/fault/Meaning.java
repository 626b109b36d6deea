package dev.parley.fault;

/// What a fault of the model service means to whoever asked.
///
/// @see Fault
enum Meaning {
  ERROR(502, "model_error"),
  UNREACHABLE(502, "model_unreachable"),
  MISCONFIGURED(502, "model_misconfigured"),
  PROTOCOL(502, "model_protocol_error"),
  TIMEOUT(504, "model_timeout"),
  RATE_LIMITED(429, "model_rate_limited"),
  REFUSED(422, "model_refused"),
  UNKNOWN(422, "model_unknown", "model_not_found"),
  TOO_LONG(422, "model_context_too_long", "context_length_exceeded"),
  LENGTH(502, "model_length_limit"),
  FILTERED(502, "model_content_filter");

  private final int status;
  private final String code;
  private final String openAiCode;

  Meaning(int status, String code, String openAiCode) {
    this.status = status;
    this.code = code;
    this.openAiCode = openAiCode;
  }

  Meaning(int status, String code) {
    this(status, code, code);
  }

  /// Where nothing of the answer has been sent.
  int status() {
    return status;
  }

  /// As it is stored, and told by our own interface.
  String code() {
    return code;
  }

  /// As OpenAI's clients are told it.
  String openAiCode() {
    return openAiCode;
  }
}
