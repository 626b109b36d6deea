package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.testing.Client;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Everything moves from any database to any other.
class CopyIT {

  private static final List<String> ODD_TEXTS =
      List.of(
          "Über – „Katzen“",
          "مرحبا بالعالم \u200f 你好，世界",
          "👩‍👩‍👧‍👦 🏳️‍🌈 𝄞 𠜎 e\u0301 \u00e9 \ufb01 \u2028 \ufeff \uffff",
          "it's \"quoted\" \\ back \\' %s ${x} {0} ?1 :name $1 -- /* */ ; DROP TABLE users",
          "two\n\n  spaces  \n.");

  private final String file;
  private final String other;
  private final String folder;

  CopyIT(@TempDir Path folder) {
    this.folder = folder.toString();
    file = "sqlite:" + folder.resolve("one.db");
    other = "sqlite:" + folder.resolve("other.db");
  }

  @Test
  void bringsEverythingToTheNextDatabaseAndBack() {
    String email;
    try (var server = started(file)) {
      var member = server.member();
      email = String.valueOf(member.email());
      ODD_TEXTS.forEach(text -> talk(member, text));
      member.delete("/conversations/" + talk(member, "Gone")).expect(204);
      server.client().post("/sessions", "{}");
    }
    var route =
        List.of(file, PostgresServer.shared().create(), MariaServer.shared().create(), other);
    for (var hop = 1; hop < route.size(); hop++) {
      var before = everything(route.get(hop - 1), email);
      copy(route.get(hop - 1), route.get(hop));
      assertThat(everything(route.get(hop), email)).isEqualTo(before);
      askOn(route.get(hop), email);
    }
  }

  @Test
  void refusesADatabaseThatIsNotEmpty() {
    var target = PostgresServer.shared().create();
    for (var address : List.of(file, target)) {
      try (var server = started(address)) {
        server.member();
      }
    }
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> copy(file, target))
        .withMessageContaining("is not empty")
        .withMessageNotContaining("postgres:postgres");
  }

  @Test
  void refusesWhatAServerIsRunningOn() {
    try (var _ = started(file)) {
      assertThatExceptionOfType(UnsafeStart.class)
          .isThrownBy(() -> copy(file, other))
          .withMessageContaining("Another process uses this database");
    }
  }

  @Test
  void makesNoDatabaseToCopyFrom() {
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> copy(other, file))
        .withMessage("There is no database to copy from.");
    assertThat(Path.of(folder, "other.db")).doesNotExist();
  }

  private void copy(String from, String to) {
    new Copying(new Secret(from), new Secret(to), _ -> {}).run();
  }

  private TestServer started(String address) {
    return TestServer.start(
        "--parley.database.url=" + address, "--parley.data.folder=" + folder + "/data");
  }

  private static String talk(Client member, String text) {
    var id =
        member
            .post("/conversations", Map.of("title", text, "developer_message", text))
            .expect(201)
            .text("id");
    member
        .post("/conversations/%s/messages".formatted(id), Map.of("content", text, "model", "echo"))
        .expect(200);
    return id;
  }

  private List<JsonNode> everything(String address, String email) {
    try (var server = started(address)) {
      var member = server.client().signIn(email, Client.PASSWORD);
      var list = member.get("/conversations?limit=100").expect(200).body();
      var all = new ArrayList<>(List.of(member.get("/account").expect(200).body(), list));
      for (var conversation : list.get("data").valueStream().toList()) {
        var path = "/conversations/%s/messages".formatted(conversation.get("id").stringValue());
        all.add(member.get(path).expect(200).body());
      }
      return all;
    }
  }

  /// New rows come after those that were copied, and what was copied is found.
  private void askOn(String address, String email) {
    try (var server = started(address)) {
      var member = server.client().signIn(email, Client.PASSWORD);
      talk(member, "Another");
      var found = member.get("/conversations?q=Katzen").expect(200).body().get("data");
      assertThat(found.valueStream()).hasSize(1);
    }
  }
}
