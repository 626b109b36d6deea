package dev.parley.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.vault.SealedRows.Replacement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One master key after another, over one database that has own keys of accounts in it.
@Keeps("key.rotation")
class RotationHttpTest {

  private static final String A = "a:" + MasterKeysTest.BASE64;
  private static final String B = "b:" + MasterKeysTest.HEX;
  private static final String A_WITH_THE_KEY_OF_B = "a:" + MasterKeysTest.HEX;
  private static final String A_WITH_ANOTHER_KEY = "a:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=";

  /// The record's key is always among what is sealed.
  private static final int RECORD = 1;

  private static final String OWN = "sk-own-0123456789abcdef";

  private final Path data;

  RotationHttpTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void movesWhatIsStoredSoThatTheOldKeyCanGo() throws InterruptedException {
    String email;
    try (var old = start(A)) {
      email = String.valueOf(storeKey(old).email());
    }
    try (var both = start(B + "," + A)) {
      assertThat(sealed(both)).singleElement().asString().startsWith("v1.a.");
      assertAsksWithIt(both, email);
      assertThat(rotate(both)).isEqualTo(new Rotation.Outcome(1 + RECORD, 0));
      assertThat(sealed(both)).singleElement().asString().startsWith("v1.b.");
      assertAsksWithIt(both, email);
      assertThat(rotate(both)).isEqualTo(new Rotation.Outcome(0, 0));
    }
    try (var fresh = start(B)) {
      assertAsksWithIt(fresh, email);
    }
  }

  @Test
  void movesAllHoweverManyThereAre() {
    try (var old = start(A)) {
      storeMany(old, Rotation.FEW + 5);
    }
    try (var both = start(B + "," + A)) {
      var progress = new ArrayList<Integer>();
      var outcome = both.bean(Rotation.class).rotate(progress::add);
      assertThat(outcome).isEqualTo(new Rotation.Outcome(Rotation.FEW + 5 + RECORD, 0));
      assertThat(progress).endsWith(Rotation.FEW + RECORD, Rotation.FEW + 5 + RECORD);
    }
  }

  @Test
  void refusesTheStartWithoutAKeyThatIsNeeded() {
    try (var old = start(A)) {
      storeKey(old);
    }
    assertRefused(B, "needs the master key a");
    try (var both = start(B + "," + A)) {
      assertThat(sealed(both)).hasSize(1);
    }
  }

  @Test
  void refusesTheStartWithAnotherKeyOfTheSameName() {
    try (var old = start(A)) {
      storeKey(old);
    }
    assertRefused(A_WITH_THE_KEY_OF_B, "master key a is not the one");
  }

  @Test
  void letsGoOfAKeyThatNothingIsUnder() {
    start(A).close();
    try (var both = start(B + "," + A)) {
      assertThat(rotate(both)).isEqualTo(new Rotation.Outcome(RECORD, 0));
    }
    start(B).close();
    start(B + "," + A_WITH_ANOTHER_KEY).close();
    try (var server = start(B)) {
      storeKey(server);
    }
  }

  @Test
  void leavesWhatItsOwnerChangedMeanwhile() {
    try (var server = start(A)) {
      var member = storeKey(server);
      var rows = server.bean(SealedRows.class);
      var column = modelKeys(rows);
      var before = rows.notUnder("b", column, "", 1).getFirst();
      put(member, "sk-another-0123456789");
      var late = new Replacement(before.key(), before.sealed(), "v1.b.late");

      assertThat(rows.replace(column, List.of(late))).isZero();
      assertThat(sealed(server)).singleElement().asString().startsWith("v1.a.");
    }
  }

  @Test
  void leavesWhatDoesNotOpenAndCountsIt() {
    try (var old = start(A)) {
      storeKey(old);
      var somebodys = storeKey(old);
      var rows = old.bean(SealedRows.class);
      var column = modelKeys(rows);
      var both = rows.notUnder("b", column, "", 2);
      var moved = new Replacement(both.get(0).key(), both.get(0).sealed(), both.get(1).sealed());
      assertThat(rows.replace(column, List.of(moved))).isEqualTo(1);
      assertThat(somebodys.get("/account/api-key").status()).isEqualTo(200);
    }
    try (var both = start(B + "," + A)) {
      assertThat(rotate(both)).isEqualTo(new Rotation.Outcome(1 + RECORD, 1));
      assertThat(sealed(both)).hasSize(2);
    }
  }

  private static SealedColumn modelKeys(SealedRows rows) {
    return rows.columns().stream()
        .filter(column -> column.table().equals("model_keys"))
        .findAny()
        .orElseThrow();
  }

  private TestServer start(String keys) {
    return TestServer.start("--parley.data.folder=" + data, "--parley.vault.master-keys=" + keys);
  }

  private void assertRefused(String keys, String reason) {
    assertThatThrownBy(() -> start(keys))
        .rootCause()
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(MasterKeysTest.HEX);
  }

  private static Client storeKey(TestServer server) {
    var member = server.member();
    put(member, OWN);
    return member;
  }

  /// Stores keys of accounts that nobody signs in to.
  private static void storeMany(TestServer server, int count) {
    var jdbc = server.bean(JdbcClient.class);
    var vault = server.bean(Vault.class);
    var transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    for (var i = 0; i < count; i++) {
      var id = "user_" + i;
      var sealed = vault.seal(new Binding("model-key", id), new Secret(OWN));
      var user =
          jdbc.sql(
              "INSERT INTO users (id, email, password_hash, role, status, created_at) VALUES (?1, ?1, '', 'user', 'active', 0)");
      var key = jdbc.sql("INSERT INTO model_keys VALUES (?, ?, 'cdef', 0)");
      transaction.executeWithoutResult(
          _ -> {
            user.param(id).update();
            key.param(id).param(sealed).update();
          });
    }
  }

  private static void put(Client member, String key) {
    var body = "{\"api_key\":\"%s\"}".formatted(key);
    member.send("PUT", "/account/api-key", body, Map.of()).expect(200);
  }

  private static void assertAsksWithIt(TestServer server, String email)
      throws InterruptedException {
    var member = server.client().signIn(email, Client.PASSWORD);
    server.model().reset();
    member.ask(member.conversation(), "say-1-0", "Hello").expect(200);
    assertThat(server.model().awaitCall("say-1-0", Duration.ofSeconds(10)).bearer()).isEqualTo(OWN);
  }

  private static Rotation.Outcome rotate(TestServer server) {
    return server.bean(Rotation.class).rotate(_ -> {});
  }

  private static List<String> sealed(TestServer server) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT sealed FROM model_keys")
        .query(String.class)
        .list();
  }
}
