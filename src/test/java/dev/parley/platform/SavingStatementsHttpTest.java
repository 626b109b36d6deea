package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What the log holds of the statements that save something.
class SavingStatementsHttpTest {

  @Test
  void standOnOneLineEachWithoutTheirValues() throws IOException {
    var member = TestServer.shared().member();
    var conversation = member.conversation();
    member.ask(conversation, "say-1-0", "planted-in-a-question").expect(200);

    Awaitility.await().untilAsserted(() -> assertThat(statements()).isNotEmpty());
    assertThat(statements())
        .anyMatch(line -> line.contains("INSERT INTO messages"))
        .noneMatch(line -> line.contains("planted-in-a-question"))
        .noneMatch(line -> line.contains("SELECT id, password_hash"));
  }

  private static List<String> statements() throws IOException {
    try (var lines = Files.lines(TestServer.LOG)) {
      return lines.filter(line -> line.contains(" SavingStatements ")).toList();
    }
  }
}
