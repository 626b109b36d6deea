package dev.parley.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Random;

/// Answers with status 200 that are not what was asked for, and redirects.
///
/// What is broken within a stream is followed by a proper end wherever there can be one: whoever
/// skips the broken part shows a text with a hole as whole.
final class WrongAnswers {
  private static final int GARBAGE_BYTES = 4096;
  private static final int BRACKETS = 50_000; // few enough for one line
  private static final Map<String, String> EVENTS = Map.of("Content-Type", "text/event-stream");
  private static final int HUGE_LINE = (2 << 20) + 1; // characters, beyond any sound limit

  /// In ISO 8859-1: the bytes C3 28, where UTF-8 has a byte from 80 to BF after C3.
  private static final String BAD_UTF_8 = "Ã(";

  private WrongAnswers() {}

  static void addTo(Behaviours behaviours) {
    behaviours.add("not-http", x -> x.wire().raw("SSH-2.0-OpenSSH_9.9\r\n".getBytes(US_ASCII)));
    behaviours.add("endless-head", WrongAnswers::endlessHead);
    behaviours.add("empty", x -> x.wire().respond(200, EVENTS, ""));
    behaviours.add("brackets-N", x -> breakWith(x, "data: " + "[".repeat(BRACKETS) + "\n\n"));
    behaviours.add("garbage-N", WrongAnswers::garbage);
    behaviours.add("badjson-N", x -> breakWith(x, "data: {broken\n\n"));
    behaviours.add(
        "badutf8-N",
        x -> breakWith(x, "data: " + CompletionJson.of(x.call()).delta(BAD_UTF_8) + "\n\n"));
    behaviours.add("utf16-N", x -> otherEncoding(x, UTF_16LE));
    behaviours.add("utf16-marked-N", x -> otherEncoding(x, UTF_16)); // with a byte order mark
    behaviours.add("error-chunk-N", x -> breakWith(x, "data: " + ApiError.SERVER.json() + "\n\n"));
    behaviours.add("huge-line", WrongAnswers::hugeLine);
    behaviours.add("endless-line", WrongAnswers::endlessLine);
    behaviours.add("gigabytes", WrongAnswers::gigabytes);
    behaviours.add("html", WrongAnswers::html);
    behaviours.add("json-instead", WrongAnswers::jsonInstead);
    behaviours.add("redirect", x -> redirect(x, 302));
    behaviours.add("redirect-CODE", x -> redirect(x, x.number(0)));
  }

  private static void endlessHead(Exchange exchange) throws IOException {
    exchange.wire().raw("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
    var field = ("X-More: " + "x".repeat(1024) + "\r\n").getBytes(US_ASCII);
    while (!exchange.call().isClosed()) {
      exchange.wire().raw(field);
    }
  }

  private static void garbage(Exchange exchange) throws IOException {
    UnfinishedAnswers.begin(exchange);
    var garbage = new byte[GARBAGE_BYTES];
    new Random(42).nextBytes(garbage);
    exchange.wire().chunk(garbage);
    exchange.wire().end();
  }

  private static void breakWith(Exchange exchange, String event) throws IOException {
    var answer = UnfinishedAnswers.begin(exchange);
    exchange.wire().chunk(event.getBytes(ISO_8859_1));
    answer.finish("stop");
    answer.done();
  }

  /// Says what would be right, if it were in UTF-8.
  private static void otherEncoding(Exchange exchange, Charset charset) throws IOException {
    var json = CompletionJson.of(exchange.call());
    if (exchange.call().asksForStream()) {
      var inEvent = new String(json.delta("more ").getBytes(charset), ISO_8859_1);
      breakWith(exchange, "data: " + inEvent + "\n\n");
    } else {
      exchange.wire().beginChunks(200, "application/json");
      var message = "{\"role\":\"assistant\",\"content\":\"Hello\"}";
      exchange.wire().chunk(json.whole(message, "stop", 1).getBytes(charset));
      exchange.wire().end();
    }
  }

  private static void hugeLine(Exchange exchange) throws IOException {
    var answer = exchange.begin();
    answer.say("x".repeat(HUGE_LINE));
    answer.finish("stop");
    answer.done();
  }

  private static void endlessLine(Exchange exchange) throws IOException {
    exchange.begin();
    exchange.wire().chunk("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"");
    var more = "x".repeat(1 << 16);
    while (!exchange.call().isClosed()) {
      exchange.wire().chunk(more);
    }
  }

  private static void gigabytes(Exchange exchange) throws IOException {
    var answer = exchange.begin();
    var piece = "x".repeat(1024);
    while (!exchange.call().isClosed()) {
      answer.say(piece);
    }
  }

  private static void html(Exchange exchange) throws IOException {
    exchange
        .wire()
        .respond(
            200,
            Map.of("Content-Type", "text/html; charset=utf-8"),
            "<!doctype html><title>Sign in</title><h1>Please sign in to this network</h1>\n");
  }

  private static void jsonInstead(Exchange exchange) throws IOException {
    var answer = WholeAnswer.begin(CompletionJson.of(exchange.call()), exchange.wire());
    answer.say(Script.words(3));
    answer.finish("stop");
    answer.done();
  }

  /// Points to a path of the fake that shows up among [FakeModel#strayRequests()].
  private static void redirect(Exchange exchange, int status) throws IOException {
    exchange.wire().respond(status, Map.of("Location", "/v1/elsewhere"), "");
  }
}
