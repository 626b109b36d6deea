package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// What others have found out about JSON: see `json-test-suite/README.md`.
@Keeps("input.json")
class JsonTestSuiteHttpTest {

  private static final Client MEMBER = TestServer.shared().member();

  /// What JSON allows and this server does not: one key twice.
  private static final Set<String> REFUSED =
      Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  /// @param name begins with `y` for what is JSON, `n` for what is none, `i` for what may be both
  record Case(String name, String input) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    try (var file =
        JsonTestSuiteHttpTest.class.getResourceAsStream("/json-test-suite/cases.json")) {
      return new JsonMapper()
          .readTree(Objects.requireNonNull(file))
          .valueStream()
          .map(one -> new Case(one.get("name").stringValue(), one.get("input").stringValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isJsonOrNot(Case one) {
    var answer = MEMBER.send("POST", "/conversations", one.input, Map.of());

    switch (REFUSED.contains(one.name) ? 'n' : one.name.charAt(0)) {
      case 'y' -> assertThat(answer.status()).isIn(201, 422);
      case 'n' -> answer.expectProblem(400, "malformed_request");
      default -> assertThat(answer.status()).isIn(201, 400, 422);
    }
  }
}
