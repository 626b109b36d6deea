package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// The packaged program, for a browser to look at. Its model answers in Markdown; a question with
/// the word “slowly” it answers piece by piece, when the test lets it.
public final class PageServer implements AutoCloseable {

  private static final String MODEL = "page";

  private final FakeModel model = FakeModel.start().with(MODEL, PageServer::answer);
  private final Map<String, String> settings;
  private final PackagedServer server;
  private final Path folder;

  public PageServer() {
    this(Map.of());
  }

  /// @param more settings
  public PageServer(Map<String, String> more) {
    try {
      folder = Files.createTempDirectory("parley-pages");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings = new TreeMap<>(PackagedServer.asking(model));
    settings.put("OPENAI_MODEL", MODEL);
    settings.put("PARLEY_MODELS", "page,page-large");
    settings.put("HOST", "127.0.0.1");
    settings.put("PARLEY_LIMIT_ADDRESS_REGISTRATIONS", "1000/1m");
    settings.put("PARLEY_LIMIT_ADDRESS_LOGINS", "1000/1m");
    settings.put("PARLEY_LIMIT_ADDRESS_SESSIONS", "1000/1m");
    settings.putAll(more);
    server = PackagedServer.start(folder, settings);
  }

  public PackagedServer server() {
    return server;
  }

  /// Makes an account an administrator's, from its next sign-in on.
  public void appoint(String email) throws InterruptedException {
    try (var command = PackagedServer.run(folder, settings, "admin", "add", email)) {
      var status = command.awaitExit(Duration.ofSeconds(60));
      if (status != 0) {
        throw new AssertionError(command.output());
      }
    }
  }

  /// Lets that many pieces more of slow answers through.
  public void release(int pieces) {
    model.release(MODEL, pieces);
  }

  /// Takes back what was released and not used.
  public void hold() {
    model.reset();
  }

  private static void answer(Exchange exchange) throws IOException, InterruptedException {
    var question = exchange.call().messages().path(exchange.call().messages().size() - 1);
    var slowly = question.path("content").asString("").contains("slowly");
    var answer = exchange.begin();
    for (var piece : Script.of(text()).pieces()) {
      if (slowly) {
        exchange.passGate();
      }
      answer.say(piece);
    }
    answer.finish("stop");
    answer.done();
  }

  private static String text() {
    try (var text = PageServer.class.getResourceAsStream("/answer.md")) {
      if (text == null) {
        throw new IllegalStateException("answer.md is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    model.close();
  }
}
