package dev.parley.testing;

import java.io.IOException;
import java.time.Duration;

/// Answers as they should be, slow or fast, long or short.
final class PlainAnswers {

  private PlainAnswers() {}

  static void addTo(Behaviours behaviours) {
    // N pieces, MS milliseconds apart.
    behaviours.add("say-N-MS", x -> tell(x, Script.words(x.number(0)), x.number(1)));
    behaviours.add("emoji-N-MS", x -> tell(x, Script.emoji(x.number(0)), x.number(1)));
    // The context that the model got: as JSON, or the text of the last question alone.
    behaviours.add("echo", x -> tell(x, Script.of(x.call().messages().toString())));
    behaviours.add("echo-last", x -> tell(x, Script.of(lastQuestion(x.call()))));
    // Nothing, not even a status, for S seconds.
    behaviours.add("slow-first-S", PlainAnswers::answerLate);
    // Each piece waits for FakeModel.release; the end follows the last piece at once.
    behaviours.add("gated-N", PlainAnswers::answerAsReleased);
    behaviours.add("gated-N-NONCE", PlainAnswers::answerAsReleased);
    // Over too soon for the reason given, which is a proper end nevertheless.
    behaviours.add("length-N", x -> tell(x, Script.words(x.number(0)), 0, "length"));
    behaviours.add("filter-N", x -> tell(x, Script.words(x.number(0)), 0, "content_filter"));
    // The names that are allowed without any settings.
    behaviours.add("gpt-4.1-mini", x -> tell(x, Script.words(3)));
    behaviours.add("gpt-4o-mini", x -> tell(x, Script.words(3)));
    behaviours.add("gpt-3.5-turbo", x -> tell(x, Script.words(3)));
  }

  static void tell(Exchange exchange, Script script) throws IOException, InterruptedException {
    tell(exchange, script, 0);
  }

  private static void tell(Exchange exchange, Script script, int millis)
      throws IOException, InterruptedException {
    tell(exchange, script, millis, "stop");
  }

  private static void tell(Exchange exchange, Script script, int millis, String reason)
      throws IOException, InterruptedException {
    var answer = exchange.begin();
    var pieces = script.pieces().iterator();
    while (pieces.hasNext()) {
      answer.say(pieces.next());
      if (millis > 0 && pieces.hasNext()) {
        exchange.pause(Duration.ofMillis(millis));
      }
    }
    answer.finish(reason);
    answer.done();
  }

  private static void answerLate(Exchange exchange) throws IOException, InterruptedException {
    exchange.pause(Duration.ofSeconds(exchange.number(0)));
    tell(exchange, Script.words(3));
  }

  private static void answerAsReleased(Exchange exchange) throws IOException, InterruptedException {
    var answer = exchange.begin();
    for (var piece : Script.words(exchange.number(0)).pieces()) {
      exchange.passGate();
      answer.say(piece);
    }
    answer.finish("stop");
    answer.done();
  }

  private static String lastQuestion(Call call) {
    var last = "";
    for (var message : call.messages()) {
      if (message.path("role").asString("").equals("user")) {
        last = message.path("content").asString("");
      }
    }
    return last;
  }
}
