package dev.parley.testing;

import java.io.IOException;

/// Answers with the status of an error and OpenAI's error object.
final class Refusals {

  private Refusals() {}

  static void addTo(Behaviours behaviours) {
    behaviours.add("status-CODE", x -> refuse(x, x.number(0)));
    behaviours.add(
        "status-CODE-RETRYAFTER",
        x -> ApiError.of(x.number(0), x.call()).send(x.wire(), x.number(1)));
    // The first K calls are refused, those after them get a short answer.
    behaviours.add("flaky-K-CODE", Refusals::refuseAtFirst);
    behaviours.add("context-too-long", Refusals::contextTooLong);
    behaviours.add("quota-exhausted", Refusals::quotaExhausted);
  }

  static void unknownModel(Exchange exchange) throws IOException {
    ApiError.modelNotFound(exchange.call().model()).send(exchange.wire());
  }

  static void noModel(Exchange exchange) throws IOException {
    ApiError.invalid(400, "", "We could not parse the JSON body of your request.")
        .send(exchange.wire());
  }

  static void unknownPath(Exchange exchange) throws IOException {
    var request = exchange.call().request();
    ApiError.invalid(
            404, "unknown_url", "Invalid URL (%s %s)".formatted(request.method(), request.path()))
        .send(exchange.wire());
  }

  private static void refuse(Exchange exchange, int status) throws IOException {
    ApiError.of(status, exchange.call()).send(exchange.wire());
  }

  private static void refuseAtFirst(Exchange exchange) throws IOException, InterruptedException {
    if (exchange.call().ordinal() <= exchange.number(0)) {
      refuse(exchange, exchange.number(1));
    } else {
      PlainAnswers.tell(exchange, Script.words(3));
    }
  }

  private static void contextTooLong(Exchange exchange) throws IOException {
    ApiError.invalid(
            400,
            "context_length_exceeded",
            "This model's maximum context length is 8192 tokens. However, your messages resulted in"
                + " 9001 tokens. Please reduce the length of the messages.")
        .send(exchange.wire());
  }

  private static void quotaExhausted(Exchange exchange) throws IOException {
    new ApiError(
            429,
            "insufficient_quota",
            "insufficient_quota",
            "You exceeded your current quota, please check your plan and billing details.")
        .send(exchange.wire());
  }
}
