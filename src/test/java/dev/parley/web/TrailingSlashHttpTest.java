package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailingSlashHttpTest {

  private static final Client MEMBER = TestServer.shared().member();
  private static final String CONVERSATION = MEMBER.conversation();

  @ParameterizedTest
  @ValueSource(
      strings = {"/account", "/conversations", "/api/health", "/health/ready", "/docs", "/redoc"})
  void makesNoDifference(String path) {
    var without = MEMBER.get(path).expect(200);
    var with = MEMBER.get(path + "/").expect(200);
    assertThat(with.raw()).isEqualTo(without.raw());
    assertThat(with.headers().map().keySet()).isEqualTo(without.headers().map().keySet());
  }

  @Test
  void makesNoDifferenceAfterAnIdOrBeforeAQuery() {
    var path = "/conversations/" + CONVERSATION;
    assertThat(MEMBER.get(path + "/").expect(200).raw()).isEqualTo(MEMBER.get(path).raw());
    assertThat(MEMBER.get(path + "/messages/?limit=1").expect(200).raw())
        .isEqualTo(MEMBER.get(path + "/messages?limit=1").raw());
    MEMBER.get("/conversations/?limit=0").expectInvalid("limit");
  }

  @Test
  void makesNoDifferenceToOtherMethods() {
    MEMBER.post("/conversations/", "{}").expect(201);
    MEMBER
        .post("/conversations/%s/messages/".formatted(CONVERSATION), "{'content':'x'}")
        .expect(200);
    MEMBER.patch("/conversations/%s/".formatted(CONVERSATION), "{'title':'x'}").expect(200);
    MEMBER.delete("/conversations/%s/".formatted(MEMBER.conversation())).expect(204);
    MEMBER.send("PUT", "/account/", null, Map.of()).expectProblem(405, "method_not_allowed");
  }

  @Test
  void makesNoDifferenceToRefusals() {
    TestServer.shared().client().get("/account/").expectProblem(401, "unauthenticated");
    MEMBER.get("/nothing/").expectProblem(404, "not_found");
    assertThat(MEMBER.get("/nothing/").bodyWithout("request_id", "instance"))
        .isEqualTo(MEMBER.get("/nothing").bodyWithout("request_id", "instance"));
  }
}
