package dev.parley.testing;

import java.io.IOException;

/// Answers that stop, or never start, without a proper end.
final class UnfinishedAnswers {

  private UnfinishedAnswers() {}

  static void addTo(Behaviours behaviours) {
    // Silence with the connection held open: before the head, and after N pieces.
    behaviours.add("silent", Exchange::hold);
    behaviours.add("stall-N", UnfinishedAnswers::stall);
    // FIN before the first byte, FIN within a chunk, RST.
    behaviours.add("refuse-after-accept", x -> x.wire().finish());
    behaviours.add("eof-N", UnfinishedAnswers::cut);
    behaviours.add("rst-N", UnfinishedAnswers::reset);
    // A body that ends well around an answer that does not.
    behaviours.add("nodone-N", UnfinishedAnswers::endWithoutDone);
    behaviours.add("nofinish-N", x -> begin(x).done());
  }

  /// The beginning of a good answer: N pieces.
  static Answer begin(Exchange exchange) throws IOException {
    var answer = exchange.begin();
    answer.say(Script.words(exchange.number(0)));
    return answer;
  }

  private static void stall(Exchange exchange) throws IOException, InterruptedException {
    begin(exchange);
    exchange.hold();
  }

  private static void cut(Exchange exchange) throws IOException {
    begin(exchange);
    exchange.wire().beginningOfChunk("data: {\"id\":\"chatcmpl");
    exchange.wire().finish();
  }

  private static void reset(Exchange exchange) throws IOException {
    begin(exchange);
    exchange.wire().reset();
  }

  private static void endWithoutDone(Exchange exchange) throws IOException {
    begin(exchange).finish("stop");
    exchange.wire().end();
  }
}
