package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.FakeModel;
import dev.parley.testing.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The packaged program, as clients that others wrote find it.
///
/// @param model what it asks
/// @param traffic what goes to and fro
record ClientServer(FakeModel model, PackagedServer server, ClientTraffic traffic)
    implements AutoCloseable {

  /// How many questions an account may ask in a minute.
  static final int LIMIT = 20;

  static ClientServer start() {
    try {
      return start(Files.createTempDirectory("parley-clients"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClientServer start(Path folder) throws IOException {
    var model = FakeModel.start();
    var settings = new TreeMap<>(PackagedServer.asking(model));
    settings.put("PARLEY_LIMIT_ACCOUNT_QUESTIONS", LIMIT + "/1m");
    settings.put("PARLEY_LIMIT_ADDRESS_REGISTRATIONS", "1000/1m");
    settings.put("PARLEY_LIMIT_ADDRESS_LOGINS", "1000/1m");
    settings.put("PARLEY_MODEL_WHOLE_SILENCE", "2s");
    var server = PackagedServer.start(folder, settings);
    return new ClientServer(model, server, new ClientTraffic(server.uri("/")));
  }

  /// What to give clients for a base address.
  String baseUrl() {
    return traffic.address("/v1");
  }

  /// The key of a new account, good for asking alone.
  String key() {
    return server
        .client()
        .signUp()
        .post("/account/tokens", Map.of("name", "A client", "scopes", new String[] {"chat"}))
        .expect(201)
        .text("token");
  }

  /// @throws AssertionError where something was not as OpenAI says
  @Override
  public void close() {
    traffic.close();
    server.close();
    model.close();
    assertThat(traffic.violations()).isEmpty();
    assertThat(traffic.checked()).as("bodies and events").isPositive();
  }
}
