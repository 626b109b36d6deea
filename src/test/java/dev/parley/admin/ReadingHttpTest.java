package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Administrators who may read what people said, and people who hear of it.
@Contract
class ReadingHttpTest {

  private static final TestServer SERVER =
      TestServer.start("--parley.admin.reads-conversations=true");
  private static final Client ADMIN = SERVER.admin();

  private final Client member = SERVER.member();
  private final String account = member.get("/account").expect(200).text("id");
  private final String conversation = member.conversation();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void isOffUnlessItIsSwitchedOn() {
    try (var server = TestServer.start()) {
      var path = "/admin/users/%s/conversations".formatted(account);
      server.admin().get(path).expectProblem(403, "reading_off");
      server
          .admin()
          .get("/admin/conversations/%s/messages".formatted(conversation))
          .expectProblem(403, "reading_off");
    }
  }

  @Test
  void showsWhatWasSaidPageByPage() {
    member.ask(conversation, "say-2-0", "Do plovers sing?").expect(200);

    var listed = ADMIN.get("/admin/users/%s/conversations".formatted(account)).expect(200).body();
    assertThat(listed.at("/data/0/id").stringValue()).isEqualTo(conversation);
    assertThat(listed.at("/data/0/title").stringValue()).isEqualTo("Do plovers sing?");
    var path = "/admin/conversations/%s/messages?limit=1".formatted(conversation);
    var first = ADMIN.get(path).expect(200).body();
    assertThat(first.at("/data/0/content").stringValue()).isEqualTo("Do plovers sing?");
    var next = path + "&cursor=" + first.get("next_cursor").stringValue();
    assertThat(ADMIN.get(next).expect(200).body().at("/data/0/content").stringValue())
        .isEqualTo("w0 w1 ");
  }

  @Test
  void isToldToTheOwnerAndOnRecord() {
    ADMIN.get("/admin/users/%s/conversations".formatted(account)).expect(200);
    var read = ADMIN.get("/admin/conversations/%s/messages".formatted(conversation)).expect(200);

    var looks = member.get("/account/looks").expect(200).body().get("data");
    assertThat(looks).hasSize(2);
    assertThat(looks.at("/0/conversation_id").stringValue()).isEqualTo(conversation);
    assertThat(looks.at("/1/conversation_id").isNull()).isTrue();
    assertThat(member.get("/account/export").expect(200).body().get("looks")).hasSize(2);
    var recorded =
        ADMIN.get("/admin/audit?request_id=" + read.header("X-Request-Id")).expect(200).body();
    assertThat(recorded.at("/data/0/kind").stringValue()).isEqualTo("conversation_read");
    assertThat(recorded.at("/data/0/subject").stringValue()).isEqualTo(conversation);
    assertThat(SERVER.member().get("/account/looks").expect(200).body().get("data")).isEmpty();
  }

  @Test
  void findsNothingThatIsNotThere() {
    ADMIN.get("/admin/users/user_none/conversations").expectProblem(404, "not_found");
    ADMIN.get("/admin/conversations/conv_none/messages").expectProblem(404, "not_found");
  }

  @Test
  void showsTheFeedbackOfAll() {
    var answer = member.ask(conversation, "say-1-0", "Hello").expect(200).body();
    var id = answer.at("/message/id").stringValue();
    member
        .send(
            "PUT",
            "/messages/%s/feedback".formatted(id),
            "{\"rating\":\"down\",\"comment\":\"Too short.\"}",
            Map.of())
        .expect(204);

    var given = ADMIN.get("/admin/feedback?limit=1").expect(200).body();
    assertThat(given.at("/data/0/message_id").stringValue()).isEqualTo(id);
    assertThat(given.at("/data/0/comment").stringValue()).isEqualTo("Too short.");
  }

  @Test
  void showsTheSessionsOfGuestsWithoutWhatOpensThem() {
    var begun = SERVER.client().post("/session/initialize_session", "{}").expect(200);
    var secret = begun.text("session_id");
    SERVER
        .client()
        .post("/chat", "{'session_id':'%s','role':'user','content':'Hello'}".formatted(secret))
        .expect(200);

    var listed = ADMIN.get("/admin/sessions?limit=1").expect(200);
    assertThat(listed.body().at("/data/0/messages").intValue()).isEqualTo(2);
    assertThat(listed.body().at("/data/0/is_open").booleanValue()).isTrue();
    assertThat(listed.raw()).doesNotContain(secret);
  }
}
