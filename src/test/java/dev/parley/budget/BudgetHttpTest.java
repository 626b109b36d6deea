package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Questions that a budget has room for, and those that it has not.
@Contract
class BudgetHttpTest {

  private static final String QUICK = "say-3-0";

  private static final TestServer SERVER = TestServer.start();

  private final Client member = SERVER.member();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void check() {
    Means.checkBooks(SERVER);
    Means.giveAllAsAtFirst(SERVER);
    SERVER.model().reset();
  }

  @Test
  void refusesTheQuestionThatIsOneTooMany() {
    Means.give(SERVER, member, "{'day':{'questions':2}}");
    var talk = member.conversation();
    member.ask(talk, QUICK, "One").expect(200);
    member.ask(talk, QUICK, "Two").expect(200);
    var refused = member.ask(talk, QUICK, "Three").expectProblem(429, "quota_exceeded");

    assertThat(refused.header("RateLimit-Policy"))
        .isEqualTo("\"budget-day-questions\";q=2;w=86400");
    assertThat(refused.header("RateLimit")).startsWith("\"budget-day-questions\";r=0;t=");
    assertThat(Long.parseLong(refused.header("Retry-After")))
        .isCloseTo(secondsOfTheDayLeft(), Offset.offset(10L));
    assertThat(refused.text("detail")).contains("2 questions a day");
    assertThat(SERVER.model().count()).isEqualTo(2);
    assertThat(messages(talk)).isEqualTo(4);
  }

  @Test
  void asksTheModelOnceWhereFiftyAskAtOnceAndThereIsRoomForOne() throws InterruptedException {
    Means.give(SERVER, member, "{'day':{'questions':1}}");
    fifty();
  }

  @Test
  void asksTheModelOnceWhereAllTogetherHaveRoomForOne() throws InterruptedException {
    Means.giveAll(SERVER, "{'everybody':{'month':{'questions':1}}}");
    fifty();
  }

  @Test
  void holdsWhatAnAnswerCanCostWhileItIsBeingWritten() throws InterruptedException {
    var model = GatedModel.of(SERVER, 2);
    try (var answer = OpenAnswer.of(member, model)) {
      assertThat(answer.id()).isNotEmpty();
      assertThat(Means.used(member, "questions")).isZero();
      assertThat(Means.held(member, "questions")).isEqualTo(1);
      assertThat(Means.held(member, "tokens")).isGreaterThanOrEqualTo(16_000);
      model.release(2);
      answer.rest(0);
    }
    assertThat(Means.held(member, "questions")).isZero();
    assertThat(Means.used(member, "questions")).isEqualTo(1);
    assertThat(Means.used(member, "tokens")).isEqualTo(12);
    assertThat(Means.held(member, "tokens")).isZero();
  }

  @Test
  void refusesWhatMayCostMoreTokensThanAreLeft() {
    Means.give(SERVER, member, "{'day':{'tokens':15999}}");
    var refused = ask().expectProblem(429, "quota_exceeded");
    assertThat(refused.text("detail")).contains("15999 tokens a day has 15999 left");
    Means.give(SERVER, member, "{'day':{'tokens':16500}}");
    ask().expect(200);
  }

  @Test
  void refusesWhatMayCostMoreMoneyThanIsLeft() {
    // The dearest price that there is, for a model that has none: 16,000 tokens are 2.56 cents.
    Means.give(SERVER, member, "{'month':{'cost':0.02}}");
    ask().expectProblem(429, "quota_exceeded");
    Means.give(SERVER, member, "{'month':{'cost':0.03}}");
    ask().expect(200);
    assertThat(Means.usage(member).at("/month/cost/used").decimalValue())
        .isEqualByComparingTo("0.0000098");
  }

  @Test
  void countsGuestsBySession() {
    Means.giveAll(SERVER, "{'guest_session':{'day':{'questions':1}}}");
    var guest = SERVER.client();
    var session = guest.post("/session/initialize_session", "").expect(200).text("session_id");
    var message = Map.of("session_id", session, "role", "user", "content", "Hello");
    guest.post("/chat/", message).expect(200);
    guest.post("/chat/", message).expectProblem(429, "quota_exceeded");
    var other = guest.post("/session/initialize_session", "").expect(200).text("session_id");
    guest
        .post("/chat/", Map.of("session_id", other, "role", "user", "content", "Hello"))
        .expect(200);
    ask().expect(200);
  }

  @Keeps("sessions.limit")
  @Test
  void countsAllGuestsTogether() {
    Means.giveAll(SERVER, "{'all_guests':{'day':{'questions':1}}}");
    var guest = SERVER.client();
    for (var status : new int[] {200, 429}) {
      var session = guest.post("/session/initialize_session", "").expect(200).text("session_id");
      guest
          .post("/chat/", Map.of("session_id", session, "role", "user", "content", "Hello"))
          .expect(status);
    }
    ask().expect(200);
  }

  @Test
  void goesByTheRoleWhereTheAccountHasNoBudgetOfItsOwn() {
    Means.giveAll(
        SERVER, "{'account':{'day':{'questions':0}},'roles':{'admin':{'day':{'questions':1}}}}");
    ask().expectProblem(429, "quota_exceeded");
    var admin = SERVER.admin();
    ask(admin).expect(200);
    ask(admin).expectProblem(429, "quota_exceeded");
    Means.give(SERVER, member, "{'day':{'questions':null}}");
    ask().expect(200);
  }

  @Test
  void countsWhatWasUsedBeforeABudgetForAll() {
    Means.giveAll(SERVER, "{}");
    ask().expect(200);
    Means.giveAllStill(SERVER, "{'everybody':{'day':{'questions':2}}}");
    ask().expect(200);
    ask().expectProblem(429, "quota_exceeded");
  }

  @Test
  void countsRegenerationsAndQuestions() {
    Means.give(SERVER, member, "{'day':{'questions':3}}");
    var answer = ask().expect(200).body().at("/message/id").stringValue();
    member.post("/messages/%s/regenerate".formatted(answer), "{}").expect(200);
    member.post("/openai/question", "{'question':'Why?'}").expect(200);
    member
        .post("/messages/%s/regenerate".formatted(answer), "{}")
        .expectProblem(429, "quota_exceeded");
    member.post("/openai/question", "{'question':'Why?'}").expectProblem(429, "quota_exceeded");
  }

  @Keeps("same.once")
  @Test
  void chargesOnceForWhatIsSentTwice() {
    Means.give(SERVER, member, "{'day':{'questions':1}}");
    var key = Map.of("Idempotency-Key", "once");
    var body = "{\"question\":\"Why?\"}";
    member.send("POST", "/openai/question", body, key).expect(200);
    member.send("POST", "/openai/question", body, key).expect(200);
    assertThat(Means.used(member, "questions")).isEqualTo(1);
  }

  private void fifty() throws InterruptedException {
    var talks = new String[50];
    for (var i = 0; i < talks.length; i++) {
      talks[i] = member.conversation();
    }
    var answers = Together.run(50, number -> member.ask(talks[number], QUICK, "Now").status());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(49);
    assertThat(SERVER.model().count()).isEqualTo(1);
  }

  private Response ask() {
    return ask(member);
  }

  private static Response ask(Client who) {
    return who.ask(who.conversation(), QUICK, "Why?");
  }

  private int messages(String talk) {
    return member.get("/conversations/%s/messages".formatted(talk)).body().path("data").size();
  }

  private long secondsOfTheDayLeft() {
    var now = SERVER.clock().instant();
    return 86_400 - now.getEpochSecond() % 86_400;
  }
}
