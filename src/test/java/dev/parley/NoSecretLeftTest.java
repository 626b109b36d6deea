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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Comes after all other tests and goes through everything that their servers have written, for
/// anything that their clients have sent or were given in confidence.
@Order(Integer.MAX_VALUE)
@Keeps("secret.nowhere")
class NoSecretLeftTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void standsInNoLog() {
    SERVER.member();

    assertThat(new SecretScan(Secrets.ofFiles()).find(List.of(TestServer.LOG)))
        .as("secrets in the log")
        .isEmpty();
  }

  @Test
  void standsInNoDatabase() {
    SERVER.member();

    assertThat(new SecretScan(Secrets.ofFiles()).find(TestServer.databases()))
        .as("secrets in databases, as clients know them")
        .isEmpty();
  }

  @Test
  void standsInNoAnswerButTheOneThatShowsIt() {
    SERVER.insider().get("/metrics").expect(200);

    assertThat(new SecretScan(Secrets.ofAnswers()).find(List.of(Answers.file())))
        .as("secrets in answers")
        .isEmpty();
  }

  @Test
  void comesAfterSecretsWereLearnt() {
    SERVER.member();

    assertThat(Secrets.ofFiles()).contains(Client.PASSWORD).hasSizeGreaterThan(2);
    assertThat(Answers.file()).isNotEmptyFile();
    assertThat(TestServer.databases()).isNotEmpty().allMatch(Path::isAbsolute);
  }
}
