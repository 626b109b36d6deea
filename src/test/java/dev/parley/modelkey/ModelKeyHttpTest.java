package dev.parley.modelkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Call;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Storing, seeing and deleting an own key.
@Contract
class ModelKeyHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void isNotThereAtFirst() {
    StoredKey.get(member).expectProblem(404, "not_found");
    StoredKey.delete(member).expectProblem(404, "not_found");
  }

  @Test
  void isStoredAndShownByItsLastFourCharactersAlone() {
    var key = StoredKey.fresh();
    var stored = StoredKey.put(member, key).expect(200);

    assertThat(stored.text("last_four")).isEqualTo(key.substring(key.length() - 4));
    assertThat(Instant.parse(stored.text("created_at"))).isNotNull();
    assertThat(stored.body().propertyNames()).containsExactlyInAnyOrder("last_four", "created_at");
    assertThat(StoredKey.get(member).expect(200).body()).isEqualTo(stored.body());
  }

  @Test
  void isTriedAtTheModelServiceOnce() {
    var key = StoredKey.store(member);

    assertThat(server.model().keyCalls()).extracting(Call::bearer).containsOnlyOnce(key);
  }

  @Test
  void takesThePlaceOfTheOneBefore() {
    StoredKey.store(member);
    var second = StoredKey.store(member);

    assertThat(StoredKey.get(member).text("last_four"))
        .isEqualTo(second.substring(second.length() - 4));
  }

  @Test
  void isGoneOnceDeleted() {
    StoredKey.store(member);
    StoredKey.delete(member).expect(204);

    StoredKey.get(member).expect(404);
    StoredKey.delete(member).expect(404);
  }

  @Test
  void isItsOwnersAlone() {
    StoredKey.store(member);

    StoredKey.get(server.member()).expect(404);
    StoredKey.delete(server.member()).expect(404);
    StoredKey.get(member).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"api_key\":null}",
        "{\"api_key\":\"\"}",
        "{\"api_key\":\"sk-too-shor\"}",
        "{\"api_key\":\"sk-with a space-0123456789\"}",
        "{\"api_key\":\"sk-with-a-line\\r\\nX-Evil: 1\"}",
        "{\"api_key\":\"sk-with-ünicode-0123456789\"}",
        "{\"api_key\":17}",
        "{\"api_key\":[\"sk-in-a-list-0123456789\"]}",
      })
  void refusesWhatIsNoKey(String body) {
    put(body).expectInvalid("api_key");
    put("{\"api_key\":\"%s\"}".formatted("k".repeat(513))).expectInvalid("api_key");
    StoredKey.get(member).expect(404);
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    put("{\"api_key\":\"sk-0123456789abcdef\",\"user_id\":\"user_0\"}").expectInvalid("user_id");
    StoredKey.get(member).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-own-status-401-0123", "sk-own-status-403-0123"})
  void refusesAKeyThatTheServiceRefuses(String key) {
    var before = StoredKey.store(member);
    var refused = StoredKey.put(member, key).expectInvalid("api_key");

    assertThat(refused.raw()).doesNotContain(key);
    assertThat(StoredKey.get(member).text("last_four"))
        .as("the one before stays")
        .isEqualTo(before.substring(before.length() - 4));
  }

  @ParameterizedTest
  @CsvSource({
    "sk-own-status-500-0123, 502, model_error",
    "sk-own-status-503-0123, 502, model_error"
  })
  void storesNoneThatTheServiceCannotTellOf(String key, int status, String code) {
    StoredKey.put(member, key).expectProblem(status, code);
    StoredKey.get(member).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-own-status-404-0123", "sk-own-status-429-0123"})
  void storesOneThatTheServiceSaysNothingOf(String key) {
    StoredKey.put(member, key).expect(200);
  }

  @Test
  void storesNoneWhileTheServiceIsGone() {
    try (var alone = TestServer.start()) {
      var somebody = alone.member();
      alone.model().close();
      StoredKey.put(somebody, StoredKey.fresh()).expectProblem(502, "model_unreachable");
      StoredKey.get(somebody).expect(404);
    }
  }

  @Test
  void isTriedNowhereWhereTheSettingsSaySo() {
    try (var trusting = TestServer.start("--parley.model.try-keys=false")) {
      StoredKey.put(trusting.member(), "sk-own-status-401-0123").expect(200);
      assertThat(trusting.model().keyCalls()).isEmpty();
    }
  }

  @Test
  void isOfNoUseToTheDemoModel() {
    try (var demo = TestServer.start("--parley.model.base-url=", "--parley.model.api-key=")) {
      StoredKey.put(demo.member(), StoredKey.fresh()).expectProblem(409, "no_model_service");
    }
  }

  @Test
  void isTriedNoMoreOftenThanTheLimitSays() {
    try (var limited = TestServer.start("--PARLEY_LIMIT_ACCOUNT_KEYS=2/1m")) {
      var guesser = limited.member();
      StoredKey.put(guesser, "sk-own-status-401-0001").expect(422);
      StoredKey.put(guesser, "sk-own-status-401-0002").expect(422);
      StoredKey.put(guesser, "sk-own-status-401-0003").expectProblem(429, "rate_limited");
      assertThat(limited.model().keyCalls()).hasSize(2);
    }
  }

  private Response put(String body) {
    return member.send("PUT", "/account/api-key", body, Map.of());
  }
}
