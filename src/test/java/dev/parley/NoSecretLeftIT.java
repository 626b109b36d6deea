package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answers;
import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.SecretScan;
import dev.parley.testing.Secrets;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Comes after all other tests and goes through everything that their servers have written, for
/// anything that their clients have sent or were given in confidence.
@Keeps("secret.nowhere")
class NoSecretLeftIT {

  /// However few tests there were, this one has left something.
  @BeforeAll
  static void leaveSomething() {
    try (var server = TestServer.start()) {
      server.member();
    }
  }

  @Test
  void standsInNoLog() {
    find("the logs", Secrets.ofFiles(), TestServer.logs());
  }

  @Test
  void standsInNoDatabase() {
    find("databases, as clients know them", Secrets.ofFiles(), TestServer.databases());
  }

  @Test
  void standsInNoAnswerButTheOneThatShowsIt() {
    find("answers", Secrets.ofAnswers(), Answers.files());
  }

  @Test
  void comesAfterSecretsWereLearnt() {
    assertThat(Secrets.ofFiles()).contains(Client.PASSWORD).hasSizeGreaterThan(2);
  }

  private static void find(String what, List<String> secrets, List<Path> places) {
    assertThat(places).as(what).isNotEmpty();
    assertThat(new SecretScan(secrets).find(places)).as("secrets in " + what).isEmpty();
  }
}
