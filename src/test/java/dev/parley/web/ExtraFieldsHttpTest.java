package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ImpatientServer;
import dev.parley.testing.Keeps;
import dev.parley.testing.StoredRows;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Fields that nobody asked for, in the example of every call that takes a body.
@Keeps("fields.extra")
class ExtraFieldsHttpTest {

  private static final TestServer SERVER = ImpatientServer.shared();
  private static final String PLANTED = "planted-where-it-does-not-belong";
  private static final List<String> FIELDS =
      List.of("role", "user_id", "owner_id", "id", "created_at", "is_admin", "password_hash");

  static Stream<Place> calls() {
    return Place.operations()
        .filter(call -> call.down("requestBody").down("content").node().has("application/json"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void areRefusedOrIgnored(Place call) {
    var path = call.pointer().head().last().getMatchingProperty();
    var method = call.name().toUpperCase(Locale.ROOT);
    var content = call.down("requestBody").down("content").down("application/json");
    var examples = content.examples().filter(example -> example.node().isObject()).toList();
    assertThat(examples).as("examples of %s %s", method, path).isNotEmpty();
    for (var example : examples) {
      var member = SERVER.member();
      var body = (ObjectNode) example.node().deepCopy();
      FIELDS.forEach(field -> body.putIfAbsent(field, body.stringNode(PLANTED)));
      var answer =
          member.send(method, path.replaceAll("\\{[^}]+}", "none"), body.toString(), Map.of());
      assertThat(answer.status()).as("%s %s: %s", method, path, answer.raw()).isNotEqualTo(500);
      assertThat(member.get("/account").text("role")).isEqualTo("user");
    }
  }

  @AfterAll
  static void areStoredNowhere() {
    assertThat(StoredRows.text(SERVER)).doesNotContain(PLANTED);
  }
}
