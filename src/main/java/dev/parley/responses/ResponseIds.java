package dev.parley.responses;

import dev.parley.web.NotFound;

/// The id of a response is that of its answer with another prefix, so each tells the other.
final class ResponseIds {

  static final String RESPONSE = "resp_";
  static final String MESSAGE = "msg_";

  private ResponseIds() {}

  /// The response of an answer.
  static String ofAnswer(String messageId) {
    return RESPONSE + messageId.substring(MESSAGE.length());
  }

  /// The answer of a response.
  ///
  /// @throws NotFound where it is the id of something else
  static String answer(String responseId) {
    if (!responseId.startsWith(RESPONSE)) {
      throw new NotFound();
    }
    return MESSAGE + responseId.substring(RESPONSE.length());
  }
}
