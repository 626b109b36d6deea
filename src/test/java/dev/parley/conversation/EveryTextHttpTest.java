package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts come back as they were sent, and are the same only where every character is.
@Contract
@Keeps("text.kept")
class EveryTextHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Über – „Katzen“",
        "你好，世界",
        "مرحبا بالعالم",
        "👩‍👩‍👧‍👦 🏳️‍🌈 𝄞 𠜎",
        "e\u0301 and \u00e9",
        "\ufb01 \u2028 \ufeff \uffff \udbff\udffd",
        "it's \"quoted\" \\ back \\' %s ${x} {0} ?1 :name $1 -- /* */ ; DROP TABLE users",
      })
  void comeBackAsTheyWere(String text) {
    var talk = Talk.start(MEMBER, Map.of("title", text, "developer_message", text));
    talk.ask(text);

    assertThat(talk.conversation().get("title").stringValue()).isEqualTo(text);
    assertThat(talk.conversation().get("developer_message").stringValue()).isEqualTo(text);
    assertThat(talk.lines().getFirst()).isEqualTo(text);
  }

  @Test
  void keepSpacesAtTheirEndWithinAMessage() {
    var talk = Talk.start(MEMBER);
    talk.ask("two\n\n  spaces  \n.");
    assertThat(talk.lines().getFirst()).isEqualTo("two\n\n  spaces  \n.");
  }

  @Test
  void areIdsOnlyLetterByLetter() {
    var id = Talk.start(MEMBER).id();
    for (var other :
        new String[] {
          id.toUpperCase(Locale.ROOT),
          id + "%20",
          "%20" + id,
          id + "%00",
          "%00",
          id + "%F0%9F%98%80"
        }) {
      MEMBER.get("/conversations/" + other).expectProblem(404, "not_found");
    }
  }

  @Test
  void areKeysOnlyLetterByLetter() {
    var key = UUID.randomUUID().toString();
    for (var other : new String[] {key, key.toUpperCase(Locale.ROOT), key + "x"}) {
      var made =
          MEMBER.send("POST", "/conversations", "{}", Map.of("Idempotency-Key", other)).expect(201);
      assertThat(made.header("Idempotency-Replayed")).isEmpty();
    }
  }
}
