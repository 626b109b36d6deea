package dev.parley.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Somebody else's `Idempotency-Key`, with the same body: what it was first answered is theirs.
@Keeps("strangers.places")
class StrangersKeysHttpTest {

  /// Calls for members, each with a body.
  private static final Map<String, String> MEMBERS =
      Map.of(
          "POST /account/tokens", "{\"name\":\"Notes\"}",
          "POST /conversations", "{}",
          "POST /v1/conversations", "{}",
          "POST /v1/chat/completions",
              "{\"store\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
          "POST /v1/responses", "{\"input\":\"Hello\"}",
          "POST /openai/question", "{\"question\":\"Hello\"}");

  /// Calls in which the path is the owner's as well.
  private static final Map<String, String> OF_THINGS =
      Map.of(
          "POST /conversations/{id}/messages", "{\"content\":\"Hello\"}",
          "POST /v1/conversations/{id}/items",
              "{\"items\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
          "POST /messages/{id}/regenerate", "{}");

  /// Calls that take or know something else.
  private static final Set<String> OTHERS =
      Set.of("POST /account/import", "POST /auth/register", "POST /chat", "POST /feedback");

  private final Client stranger = Owned.SERVER.member();
  private final String key = UUID.randomUUID().toString();

  static Set<String> places() {
    var all = new TreeSet<>(MEMBERS.keySet());
    all.addAll(OF_THINGS.keySet());
    all.addAll(OTHERS);
    return all.stream().map(route -> route + " header Idempotency-Key").collect(toSet());
  }

  static Set<Map.Entry<String, String>> members() {
    return MEMBERS.entrySet();
  }

  static Set<Map.Entry<String, String>> ofThings() {
    return OF_THINGS.entrySet();
  }

  @ParameterizedTest
  @MethodSource("members")
  void getsNothingOfTheirs(Map.Entry<String, String> call) {
    var path = call.getKey().substring("POST ".length());
    var theirs = send(Owned.OWNER, path, call.getValue());
    var mine = send(stranger, path, call.getValue()).expect(theirs.status());

    assertThat(mine.header("Idempotency-Replayed")).isEmpty();
    assertThat(mine.text("id")).isNotEqualTo(theirs.text("id"));
  }

  @ParameterizedTest
  @MethodSource("ofThings")
  void opensNothingOfTheirs(Map.Entry<String, String> call) {
    var theirs = call.getKey().contains("/messages/{id}") ? Owned.ANSWER : Owned.CONVERSATION;
    var path = call.getKey().substring("POST ".length());
    send(Owned.OWNER, path.replace("{id}", theirs), call.getValue()).expect(200);

    Sameness.of(
        send(stranger, path.replace("{id}", theirs), call.getValue()),
        send(stranger, path.replace("{id}", Owned.unknown(theirs)), call.getValue()));
  }

  @Test
  void keepsNoImportFromAStranger() {
    var document = Owned.OWNER.get("/account/export").expect(200).raw();
    send(Owned.SERVER.member(), "/account/import", document).expect(201);
    var mine = send(stranger, "/account/import", document).expect(201);

    assertThat(mine.header("Idempotency-Replayed")).isEmpty();
    assertThat(stranger.get("/conversations").body().get("data")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/chat,'role\":\"user\",\"content'", "/feedback,feedback"})
  void belongsToAGuestSession(String path, String fields) {
    var body = "{\"session_id\":\"%s\",\"" + fields + "\":\"Hello\"}";
    var nobody = Owned.SERVER.client();
    send(nobody, path, body.formatted(Owned.session())).expect(200);
    var answer = send(nobody, path, body.formatted(Owned.session())).expect(200);

    assertThat(answer.header("Idempotency-Replayed")).isEmpty();
  }

  /// Who registers is known by their address alone, and here all have one.
  @Test
  void tellsNothingOfAnAccountWithAnotherAddress() {
    var body = "{\"email\":\"%s@example.com\",\"password\":\"" + Client.PASSWORD + "\"}";
    var nobody = Owned.SERVER.client();
    send(nobody, "/auth/register", body.formatted(UUID.randomUUID())).expect(201);

    send(nobody, "/auth/register", body.formatted(UUID.randomUUID()))
        .expectProblem(422, "idempotency_key_reused");
  }

  private Response send(Client client, String path, String body) {
    return client.send("POST", path, body, Map.of("Idempotency-Key", key));
  }
}
