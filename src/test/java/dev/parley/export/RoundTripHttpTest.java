package dev.parley.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What leaves one account and comes to another is the same there.
class RoundTripHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();
  private final Client other = SERVER.member();

  @Test
  void keepsBranches() {
    var conversation = member.conversation();
    var first = ask(conversation, "{'content':'Why?','model':'say-2-0'}");
    ask(conversation, "{'content':'And then?','model':'say-3-0'}");
    member.post("/messages/" + first + "/regenerate", "{'model':'say-4-0'}").expect(200);
    ask(conversation, "{'content':'Again','model':'say-1-0','parent_id':null}");
    ask(
        conversation,
        "{'content':'From the first','model':'say-5-0','parent_id':'%s'}".formatted(first));
    move();

    assertThat(Exported.conversations(other)).isEqualTo(Exported.conversations(member));
    assertThat(branch(other)).isEqualTo(branch(member)).hasSizeGreaterThan(3);
  }

  @Test
  void keepsWhatIsOdd() {
    member.post("/conversations", Map.of("title", "😀 <script>", "model", "say-3-0"));
    member.post("/conversations", Map.of("developer_message", "Sé breve. \t\n“…” 👩‍👩‍👧"));
    var empty = member.conversation();
    member.patch("/conversations/" + empty, "{'archived':true}").expect(200);
    var asked = member.conversation();
    ask(asked, "{'content':'שלום 🇫🇷 \\\\ud83d \\\\u0000 {}','model':'echo'}");
    member.post("/openai/question", Map.of("question", "Why?", "model", "rst-3")).expect(502);
    move();

    assertThat(Exported.conversations(other)).isEqualTo(Exported.conversations(member)).hasSize(5);
  }

  @Test
  void keepsWhatResponsesWereAskedWith() {
    var noted =
        """
        {"metadata":{"topic":"weather"},"items":[{"role":"user","content":"I am Ada."},
          {"role":"assistant","content":"Hello Ada."},{"role":"assistant","content":"What else?"}]}
        """;
    var conversation = member.post("/v1/conversations", noted).expect(200).text("id");
    var asked =
        """
        {"model":"two-tools","conversation":"%s","input":%s,"instructions":"Be brief.",
         "metadata":{"a":"b"},"tools":[{"type":"function","name":"weather","parameters":{"x":[1.5]}}]}
        """;
    member.post("/v1/responses", asked.formatted(conversation, "\"How is Oslo?\"")).expect(200);
    var outputs =
        """
        [{"type":"function_call_output","call_id":"call_Oslo","output":"wet"},
         {"type":"function_call_output","call_id":"call_Rome","output":""}]
        """;
    member.post("/v1/responses", asked.formatted(conversation, outputs)).expect(200);
    move();

    var moved = Exported.conversations(other);
    assertThat(moved).isEqualTo(Exported.conversations(member)).hasSize(1);
    assertThat(moved.at("/0/metadata/topic").stringValue()).isEqualTo("weather");
    assertThat(moved.at("/0/messages/4/response/instructions").stringValue())
        .isEqualTo("Be brief.");
    assertThat(moved.at("/0/messages/4/function_calls/1/call_id").stringValue())
        .isEqualTo("call_Rome");
    assertThat(moved.at("/0/messages/5/call_id").stringValue()).isEqualTo("call_Oslo");
    var again = other.get("/conversations").body().at("/data/0/id").stringValue();
    assertThat(other.get("/v1/conversations/" + again).expect(200).body().at("/metadata/topic"))
        .isEqualTo(moved.at("/0/metadata/topic"));
  }

  @Test
  void keepsALongConversation() {
    var document = new Document();
    var talk = document.conversation("long");
    for (var n = 0; n < 2_000; n += 2) {
      talk.question("m" + n, n == 0 ? null : "m" + (n - 1), "Question %d 😀".formatted(n));
      talk.answer("m" + (n + 1), "m" + n, "Answer %d. ".formatted(n).repeat(20));
    }
    member.send("POST", "/account/import", document.toString(), Map.of()).expect(201);
    move();

    var moved = Exported.conversations(other);
    assertThat(moved).isEqualTo(Exported.conversations(member));
    assertThat(moved.get(0).get("messages")).hasSize(2_000);
    assertThat(moved.get(0).at("/messages/1999/content").stringValue()).startsWith("Answer 1998.");
  }

  private void move() {
    var document = member.get("/account/export").expect(200).raw();
    other.send("POST", "/account/import", document, Map.of()).expect(201);
  }

  private String ask(String conversation, String body) {
    return member
        .post("/conversations/%s/messages".formatted(conversation), body)
        .expect(200)
        .body()
        .at("/message/id")
        .stringValue();
  }

  /// The branch last used, as people see it.
  private static List<String> branch(Client whose) {
    var id = whose.get("/conversations").body().at("/data/0/id").stringValue();
    return whose.get("/conversations/%s/messages".formatted(id)).contents();
  }
}
