package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionListHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void showsWhereTheAccountIsSignedIn() {
    var other = member.signInAgain();
    var sessions = sessions(member);

    assertThat(sessions)
        .extracting(one -> one.path("id").stringValue())
        .containsExactly(other.session(), member.session());
    var mine = sessions.getLast();
    assertThat(mine.path("current").booleanValue()).isTrue();
    assertThat(mine.path("device").stringValue()).startsWith("Java-http-client");
    assertThat(mine.path("address").stringValue()).isEqualTo("127.0.0.1");
    assertThat(sessions.getFirst().path("current").booleanValue()).isFalse();
  }

  @Test
  void knowsTheDeviceThatTheSessionWasLastRefreshedFrom() {
    refresh(member, "Mozilla/5.0 (Phone)").expect(200);

    assertThat(sessions(member).getFirst().path("device").stringValue())
        .isEqualTo("Mozilla/5.0 (Phone)");
  }

  @Test
  void cutsWhatADeviceSaysOfItself() {
    refresh(member, "x".repeat(1_000)).expect(200);

    assertThat(sessions(member).getFirst().path("device").stringValue()).isEqualTo("x".repeat(200));
  }

  @Test
  void endsOneAndNoOther() {
    var other = member.signInAgain();
    var last = member.signInAgain();
    member.delete("/account/sessions/" + other.session()).expect(204);

    other.get("/account").expectProblem(401, "unauthenticated");
    refresh(other, "Phone").expectProblem(401, "invalid_refresh_token");
    last.get("/account").expect(200);
    assertThat(sessions(member)).hasSize(2);
    member.delete("/account/sessions/" + other.session()).expectProblem(404, "not_found");
  }

  @Test
  void endsTheOneThatAsks() {
    member.delete("/account/sessions/" + member.session()).expect(204);

    member.get("/account").expectProblem(401, "unauthenticated");
  }

  @Test
  void leavesOutThoseThatHaveExpired() {
    try (var own = TestServer.start()) {
      var old = own.member();
      own.clock().advance(Duration.ofDays(31));
      var fresh = old.signInAgain();

      assertThat(sessions(fresh)).hasSize(1);
      fresh.delete("/account/sessions/" + old.session()).expectProblem(404, "not_found");
    }
  }

  @Test
  void comesInPages() {
    var all = List.of(member.signInAgain().session(), member.signInAgain().session());
    var first = member.get("/account/sessions?limit=2").expect(200).body();
    var cursor = first.path("next_cursor").stringValue();
    var second = member.get("/account/sessions?limit=2&cursor=" + cursor).expect(200).body();

    assertThat(first.at("/data/0/id").stringValue()).isEqualTo(all.getLast());
    assertThat(first.at("/data/1/id").stringValue()).isEqualTo(all.getFirst());
    assertThat(second.at("/data/0/id").stringValue()).isEqualTo(member.session());
    assertThat(second.path("has_more").booleanValue()).isFalse();
  }

  private static List<JsonNode> sessions(Client who) {
    var sessions = new ArrayList<JsonNode>();
    who.get("/account/sessions").expect(200).body().path("data").forEach(sessions::add);
    return sessions;
  }

  private static Response refresh(Client who, String agent) {
    var body = "{\"refresh_token\":\"%s\"}".formatted(who.refreshToken());
    return who.send("POST", "/auth/refresh", body, Map.of("User-Agent", agent));
  }
}
