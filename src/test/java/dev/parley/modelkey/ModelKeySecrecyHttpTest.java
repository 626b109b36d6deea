package dev.parley.modelkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A key planted, and looked for everywhere.
class ModelKeySecrecyHttpTest {

  private static final String PLANTED = "sk-plover-7f3a-own-key-of-mine";
  private static final String REFUSED = "sk-plover-7f3b-status-401-of-mine";
  private static final String TRACE = "plover-7f3";

  private final TestServer server = TestServer.start();
  private final Client member = server.member();
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @Keeps("key.secret")
  @Test
  void isInNoAnswerNoLogAndNoFile() throws IOException, InterruptedException {
    hear(StoredKey.put(member, PLANTED).expect(200).raw());
    hear(StoredKey.put(member, REFUSED).expect(422).raw());
    hear(put("{\"api_key\":\"%s\",\"more\":1}".formatted(PLANTED)));
    hear(put("{\"api_key\":\"%s\"".formatted(PLANTED)));
    hear(put("{\"api_key\":{\"%s\":1}}".formatted(PLANTED)));
    hear(StoredKey.get(member).expect(200).raw());
    for (var path : List.of("/account", "/conversations", "/openapi.json")) {
      hear(member.get(path).expect(200).raw());
    }
    for (var model : List.of("say-3-0", "status-401", "status-400", "status-500", "rst-2")) {
      hear(member.ask(member.conversation(), model, "Hello").raw());
      try (var answer = OpenAnswer.of(member, model)) {
        hear(answer.stream().readToEnd(Duration.ofSeconds(10)).toString());
      }
    }
    assertThat(server.model().calls())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.bearer()).isEqualTo(PLANTED));

    assertThat(said).noneMatch(text -> text.contains(TRACE));
    assertThat(Files.readString(TestServer.LOG)).doesNotContain(TRACE);
    assertNoFileHasIt();
  }

  private String put(String body) {
    return member.send("PUT", "/account/api-key", body, Map.of()).raw();
  }

  private void hear(String text) {
    said.add(text);
  }

  private void assertNoFileHasIt() throws IOException {
    try (var files = Files.walk(server.data())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(TRACE));
    }
  }
}
