package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseServerTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://ada:secret@db.example.com:5432/parley, db.example.com:5432, parley, ada, secret",
    "postgres://ada:secret@localhost/parley, localhost, parley, ada, secret",
    "postgresql://ada@chat_db:6000/chat-1, chat_db:6000, chat-1, ada,",
    "postgresql://127.0.0.1/parley, 127.0.0.1, parley, ,",
    "postgresql://ada:secret@[::1]:5432/parley, [::1]:5432, parley, ada, secret",
    "postgresql://a%40b:s%2Fe%3Ac%25+%C3%BC@localhost/a%20b, localhost, a b, a@b, s/e:c%+ü",
  })
  void isReadFromItsAddress(String url, String host, String name, String user, String password) {
    assertThat(DatabaseServer.read(url))
        .hasValue(
            new DatabaseServer(
                DatabaseKind.POSTGRESQL,
                host,
                name,
                user,
                password == null ? null : new Secret(password),
                Map.of()));
  }

  @Test
  void hasOptionsForTheDriver() {
    var server =
        DatabaseServer.read("postgresql://ada:secret@localhost/parley?sslmode=require&a=b%26c")
            .orElseThrow();
    assertThat(server.properties(Map.of("sslmode", "prefer", "tcpKeepAlive", "true")))
        .containsOnly(
            Map.entry("sslmode", "require"),
            Map.entry("a", "b&c"),
            Map.entry("tcpKeepAlive", "true"),
            Map.entry("user", "ada"),
            Map.entry("password", "secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oracle://ada:s3same@localhost/parley",
        "mongodb://ada:s3same@localhost/parley",
        "jdbc:postgresql://localhost/parley?password=s3same",
        "postgresql:s3same",
        "postgresql://ada:s3same@localhost",
        "postgresql://ada:s3same@localhost/",
        "postgresql://ada:s3same@/parley",
        "postgresql://ada:s3same@local host/parley",
        "postgresql://ada:s3same@localhost:port/parley",
        "postgresql://ada:s3same@localhost/parley/more",
        "postgresql://ada:s3same%zz@localhost/parley",
      })
  void isRefusedWithoutItsPasswordBeingShown(String url) {
    var database = Database.at(new Secret(url));
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(database::check)
        .withMessageContaining("DATABASE_URL")
        .withMessageNotContaining("s3same")
        .satisfies(start -> assertThat(start.remedy()).contains("postgresql://user:password@"));
    assertThat(database.toString()).doesNotContain("s3same");
  }

  @Test
  void showsNoPassword() {
    var server = DatabaseServer.read("postgresql://ada:s3same@localhost/parley").orElseThrow();
    assertThat(server.toString()).doesNotContain("s3same");
    assertThat(server.unusable(new IllegalStateException("no")).getMessage())
        .isEqualTo("The database parley at localhost cannot be used: no");
  }
}
