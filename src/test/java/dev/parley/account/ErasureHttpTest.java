package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What stands in the files of SQLite once an account is gone.
class ErasureHttpTest {

  @Test
  void leavesNothingInTheFilesOfTheDatabase() throws IOException {
    try (var own = TestServer.start()) {
      var leaving = own.member();
      var words = "the quick brown fox planted this";
      leaving.ask(leaving.conversation(), "say-1-0", words + " ".repeat(9) + "x".repeat(9_000));
      leaving.ask(leaving.conversation(), "say-1-0", words).expect(200);
      assertThat(files(own)).contains(words);
      leaving
          .send("DELETE", "/account", "{\"password\":\"%s\"}".formatted(Client.PASSWORD), Map.of())
          .expect(200);

      assertThat(files(own)).doesNotContain(words).doesNotContain(String.valueOf(leaving.email()));
    }
  }

  private static String files(TestServer server) throws IOException {
    var all = new StringBuilder();
    for (var name : new String[] {"parley.db", "parley.db-wal"}) {
      var file = server.data().resolve(name);
      if (Files.exists(file)) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
