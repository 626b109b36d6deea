package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Contract
class RevocationsHttpTest {

  private static final TestServer SERVER = TestServer.start();

  private final Client member = SERVER.member();
  private final String session = member.session();
  private final SecondNode second = new SecondNode(SERVER);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps("token.dead")
  @Test
  void tellsOtherNodes() {
    member.logOut();
    assertThat(second.shutsOut(session)).isFalse();
    second.poll();

    assertThat(second.shutsOut(session)).isTrue();
    assertThat(second.told()).contains(new AccessEnded(AccessEnded.Kind.SESSION_ENDED, session));
  }

  @Test
  void tellsEachOnce() {
    member.logOut();
    second.poll();
    var told = second.told().size();
    second.poll();

    assertThat(second.told()).hasSize(told);
  }

  @Test
  void missesNoneOfThoseThatCommitAtTheSameTime() throws InterruptedException {
    var sessions = new ArrayList<Client>();
    for (var n = 0; n < 24; n++) {
      sessions.add(SERVER.member());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sessions.forEach(one -> threads.execute(one::logOut));
      threads.shutdown();
      do {
        second.poll();
      } while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS));
    }
    second.poll();

    assertThat(sessions).allMatch(one -> second.shutsOut(one.session()));
    assertThat(second.told()).doesNotHaveDuplicates();
  }

  @Keeps("database.rights")
  @Test
  void letsNobodyBackInWhileTheDatabaseIsDown() {
    member.logOut();
    second.poll();
    second.cutOff();
    second.poll();

    assertThat(second.shutsOut(session)).isTrue();
  }

  @Test
  void knowsFromTheStartWhoWasShutOutBefore() {
    member.logOut();

    assertThat(new SecondNode(SERVER).shutsOut(session)).isTrue();
  }

  @Test
  void endsNothingWithATransactionThatIsRolledBack() {
    var transactions = new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class));
    transactions.executeWithoutResult(
        status -> {
          SERVER.bean(Access.class).endAll(account(member), null);
          status.setRollbackOnly();
        });
    second.poll();

    member.get("/account").expect(200);
    assertThat(second.shutsOut(session)).isFalse();
  }

  @Test
  void endsAllSessionsOfAnAccountButOne() {
    var phone = member.signInAgain();
    var laptop = member.signInAgain();
    var stranger = SERVER.member();
    assertThat(SERVER.bean(Access.class).endAll(account(member), phone.session())).isEqualTo(2);

    phone.get("/account").expect(200);
    stranger.get("/account").expect(200);
    member.get("/account").expectProblem(401, "unauthenticated");
    laptop.get("/account").expectProblem(401, "unauthenticated");
    refresh(laptop).expectProblem(401, "invalid_refresh_token");
  }

  @Test
  void forgetsWhatNoTokenCouldHoldAnyMore() {
    try (var server = TestServer.start()) {
      var node = new SecondNode(server);
      var gone = server.member();
      var ended = gone.session();
      gone.logOut();
      node.poll();
      server.clock().advance(Duration.ofMinutes(14));
      node.poll();
      assertThat(node.shutsOut(ended)).isTrue();

      server.clock().advance(Duration.ofMinutes(3));
      node.poll();
      assertThat(node.shutsOut(ended)).isFalse();
      gone.get("/account").expectProblem(401, "unauthenticated");
    }
  }

  @Test
  void holdsAfterAStart() {
    var before = TestServer.start();
    var folder = "--parley.data.folder=" + before.data();
    var out = before.member();
    var in = out.signInAgain();
    out.logOut();
    before.close();

    try (var after = TestServer.start(folder)) {
      var nobody = after.client();
      nobody.withToken(String.valueOf(out.token())).get("/account").expect(401);
      nobody.withToken(String.valueOf(in.token())).get("/account").expect(200);
    }
  }

  private static Response refresh(Client whom) {
    return whom.post("/auth/refresh", Map.of("refresh_token", String.valueOf(whom.refreshToken())));
  }

  private static String account(Client whom) {
    return whom.get("/account").expect(200).text("id");
  }
}
