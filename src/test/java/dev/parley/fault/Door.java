package dev.parley.fault;

import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.TestServer;
import dev.parley.testing.TextStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A way in which a question comes to the model. Each asks with its name, which tells its calls
/// from those of the others.
enum Door {
  CONVERSATION(true) {
    @Override
    Told ask(TestServer server, Client member, String model) {
      return Told.whole(member.ask(member.conversation(), model, name()), "/code");
    }
  },
  CONVERSATION_STREAM(true) {
    @Override
    Told ask(TestServer server, Client member, String model) throws InterruptedException {
      var path = "/conversations/%s/messages".formatted(member.conversation());
      var body = "{'content':'%s','model':'%s','stream':true}".formatted(name(), model);
      return stream(
          server, member, path, body, "/code", events -> Told.stream(events, "/text", "/code"));
    }
  },
  RELAY(false) {
    @Override
    Told ask(TestServer server, Client member, String model) throws IOException {
      var question =
          Map.of(
              "developer_message",
              "Be brief.",
              "user_message",
              name(),
              "model",
              model,
              "api_key",
              OWN_KEY);
      try (var text = TextStream.post(server.uri("/api/chat"), question)) {
        if (text.status() == 200) {
          var said = text.toCut();
          return new Told(200, "", said, said);
        }
        return Told.refused(text.status(), text.toEnd(), "/code");
      }
    }
  },
  COMPLETION(false) {
    @Override
    Told ask(TestServer server, Client member, String model) {
      return Told.whole(
          member.post("/v1/chat/completions", completion(name(), model, false)), "/error/code");
    }
  },
  COMPLETION_STREAM(false) {
    @Override
    Told ask(TestServer server, Client member, String model) throws InterruptedException {
      return stream(
          server,
          member,
          "/v1/chat/completions",
          completion(name(), model, true),
          "/error/code",
          events -> Told.stream(events, "/choices/0/delta/content", "/error/code"));
    }
  },
  RESPONSE(true) {
    @Override
    Told ask(TestServer server, Client member, String model) {
      return Told.whole(
          member.post("/v1/responses", response(name(), model, false)), "/error/code");
    }
  },
  RESPONSE_STREAM(true) {
    @Override
    Told ask(TestServer server, Client member, String model) throws InterruptedException {
      return stream(
          server,
          member,
          "/v1/responses",
          response(name(), model, true),
          "/error/code",
          events -> Told.stream(events, "/delta", "/response/error/code"));
    }
  };

  /// Of whoever asks with a key of their own.
  static final String OWN_KEY = "sk-somebodys-own-key-9876543210";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final boolean keeps;

  Door(boolean keeps) {
    this.keeps = keeps;
  }

  /// Whether question and answer are stored.
  boolean keeps() {
    return keeps;
  }

  /// Whether the model's own words are passed on.
  boolean passesOn() {
    return this == COMPLETION || this == COMPLETION_STREAM;
  }

  boolean speaksOpenAi() {
    return passesOn() || this == RESPONSE || this == RESPONSE_STREAM;
  }

  abstract Told ask(TestServer server, Client member, String model)
      throws IOException, InterruptedException;

  private static Told stream(
      TestServer server,
      Client member,
      String path,
      String body,
      String refusal,
      Function<List<Event>, Told> answer)
      throws InterruptedException {
    var json = body.replace('\'', '"');
    try (var stream = EventStream.post(server.uri(path), member.headers(), json)) {
      return stream.status() == 200
          ? answer.apply(stream.readToEnd(PATIENCE))
          : Told.refused(stream.status(), stream.body(PATIENCE), refusal);
    }
  }

  private static String completion(String content, String model, boolean streamed) {
    return "{'model':'%s','stream':%s,'messages':[{'role':'user','content':'%s'}]}"
        .formatted(model, streamed, content);
  }

  private static String response(String input, String model, boolean streamed) {
    return "{'model':'%s','stream':%s,'input':'%s'}".formatted(model, streamed, input);
  }
}
