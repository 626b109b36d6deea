package dev.parley.testing;

import java.io.IOException;

/// Good answers in the less usual forms that the grammar of server-sent events allows.
final class OddlyFramedAnswers {

  private OddlyFramedAnswers() {}

  static void addTo(Behaviours behaviours) {
    behaviours.add("bytewise-N", x -> tell(x, Script.emoji(x.number(0)), Framing.BYTEWISE));
    behaviours.add("crlf-N", x -> tell(x, Framing.CRLF));
    behaviours.add("cr-N", x -> tell(x, Framing.CR));
    behaviours.add("comments-N", x -> tell(x, Framing.COMMENTED));
    behaviours.add("multiline-N", x -> tell(x, Framing.MULTILINE));
    behaviours.add("bom-N", x -> tell(x, Framing.BOM));
  }

  private static void tell(Exchange exchange, Framing framing) throws IOException {
    tell(exchange, Script.words(exchange.number(0)), framing);
  }

  private static void tell(Exchange exchange, Script script, Framing framing) throws IOException {
    var answer = exchange.begin(framing);
    answer.say(script);
    answer.finish("stop");
    answer.done();
  }
}
