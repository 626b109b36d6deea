package dev.parley.testing;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of one completion in OpenAI's chat protocol, in chunks or whole.
///
/// @param call counts the calls of the model, and so makes the completion's id
/// @param withUsage whether the client asked for usage in the stream
record CompletionJson(String model, int call, int promptTokens, boolean withUsage) {
  private static final JsonMapper PLAIN = new JsonMapper();
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final long CREATED = 1_700_000_000; // seconds since 1970: any fixed time does

  /// The prompt is ten tokens for each message, so that tests can foresee it.
  static CompletionJson of(Call call) {
    return new CompletionJson(
        call.model(), call.ordinal(), 10 * call.messages().size(), call.asksForUsage());
  }

  /// A JSON string: non-ASCII characters as they are, but half a surrogate pair as an escape,
  /// because UTF-8 has no bytes for it.
  static String quote(String text) {
    boolean halved = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    return (halved ? ASCII : PLAIN).writeValueAsString(text);
  }

  String role() {
    return chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null");
  }

  String delta(String text) {
    return chunk("{\"content\":%s}".formatted(quote(text)), "null");
  }

  String finish(String reason) {
    return chunk("{}", quote(reason));
  }

  /// The last chunk of a stream whose client asked for it: no choices.
  String usage(int completionTokens) {
    return chunkOf("", usageObject(completionTokens));
  }

  /// A whole completion up to and with the quote that opens the content.
  String wholeUpToContent() {
    return """
    {"id":"%s","object":"chat.completion","created":%d,"model":%s,\
    "choices":[{"index":0,"message":{"role":"assistant","content":\"\
    """
        .formatted(id(), CREATED, quote(model));
  }

  /// What follows the content.
  ///
  /// @param finishReason as JSON: quoted, or `null`
  String wholeAfterContent(String finishReason, int completionTokens) {
    return """
    ","refusal":null},"logprobs":null,"finish_reason":%s}],"usage":%s}\
    """
        .formatted(finishReason, usageObject(completionTokens));
  }

  /// A chunk with a change of the first choice.
  ///
  /// @param finishReason as JSON
  String chunk(String delta, String finishReason) {
    return chunkOf(
        "{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}"
            .formatted(delta, finishReason),
        "null");
  }

  /// A whole completion that is more than a text.
  ///
  /// @param message as JSON
  String whole(String message, String finishReason, int completionTokens) {
    return """
    {"id":"%s","object":"chat.completion","created":%d,"model":%s,"choices":[{"index":0,\
    "message":%s,"logprobs":null,"finish_reason":%s}],"usage":%s}\
    """
        .formatted(
            id(),
            CREATED,
            quote(model),
            message,
            quote(finishReason),
            usageObject(completionTokens));
  }

  private String chunkOf(String choices, String usage) {
    return """
    {"id":"%s","object":"chat.completion.chunk","created":%d,"model":%s,"choices":[%s]%s}\
    """
        .formatted(id(), CREATED, quote(model), choices, withUsage ? ",\"usage\":" + usage : "");
  }

  private String usageObject(int completionTokens) {
    return """
    {"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d}\
    """
        .formatted(promptTokens, completionTokens, promptTokens + completionTokens);
  }

  private String id() {
    return "chatcmpl-" + call;
  }
}
