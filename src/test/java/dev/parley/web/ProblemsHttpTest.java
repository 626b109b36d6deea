package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsHttpTest {

  private static final Client MEMBER = TestServer.shared().member();

  @Test
  void saysWhatIsWrongForPeopleAndPrograms() {
    var refused = MEMBER.get("/conversations/conv_none").expect(404);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    var problem = refused.body();
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "request_id");
    assertThat(problem.get("type").stringValue()).isEqualTo("urn:parley:problem:not_found");
    assertThat(problem.get("title").stringValue()).isEqualTo("Not Found");
    assertThat(problem.get("status").intValue()).isEqualTo(404);
    assertThat(problem.get("detail").stringValue()).isNotBlank();
    assertThat(problem.get("instance").stringValue()).isEqualTo("/conversations/conv_none");
    assertThat(problem.get("code").stringValue()).isEqualTo("not_found");
  }

  @Test
  void saysWhichFieldsAreWrong() {
    var problem = MEMBER.post("/conversations", "{'title':7}").expect(422).body();
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "request_id", "errors");
    assertThat(problem.get("errors").size()).isOne();
    assertThat(problem.at("/errors/0").propertyNames())
        .containsExactlyInAnyOrder("field", "message");
    assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("title");
    assertThat(problem.at("/errors/0/message").stringValue()).isNotBlank();
  }

  @Test
  void namesFieldsAsTheClientWritesThem() {
    MEMBER.post("/conversations", "{'developer_message':7}").expectInvalid("developer_message");
    MEMBER.post("/conversations", "{'developerMessage':'x'}").expectInvalid("developerMessage");
  }

  @Test
  void leavesTheQueryOutOfTheInstance() {
    var refused = MEMBER.get("/nothing?token=secret").expect(404);
    assertThat(refused.text("instance")).isEqualTo("/nothing");
    assertThat(refused.raw()).doesNotContain("secret");
  }

  @Test
  void tellsNothingOfTheProgram() {
    for (var body : new String[] {"{", "[]", "{'title':[]}", "{'x':1}", "null"}) {
      var refused = MEMBER.post("/conversations", body);
      assertThat(refused.status()).isIn(400, 422);
      assertThat(refused.raw()).doesNotContain("dev.parley", "java", "jackson", "springframework");
    }
  }

  @Test
  void repeatsNothingThatWasSent() {
    var secret = "{\"email\":\"a@example.com\",\"password\":[\"hunter2-hunter2\"]}";
    var refused =
        TestServer.shared().client().send("POST", "/auth/login", secret, Map.of()).expect(422);
    assertThat(refused.raw()).doesNotContain("hunter2");
  }
}
