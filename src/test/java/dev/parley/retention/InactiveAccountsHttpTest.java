package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Closing;
import dev.parley.guest.Guests;
import dev.parley.node.SoleJobs;
import dev.parley.testing.Client;
import dev.parley.testing.MailServer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Accounts that nobody uses for a year.
class InactiveAccountsHttpTest {

  private static final String YEAR = "--parley.retention.inactive-accounts=365d";

  private final MailServer mail = MailServer.start();
  private TestServer server = mail.sender(YEAR);

  @AfterEach
  void close() {
    server.close();
    mail.close();
  }

  @Test
  void areDeletedAfterTwoWarnings() {
    var member = mail.member(server);
    member.conversation();
    passDays(334);
    assertThat(mails(member)).as("the verification alone").isEqualTo(1);

    passDays(2);
    assertThat(next(member)).contains("deleted soon after", "https://chat.example.com");
    passDays(22);
    assertThat(mails(member)).isEqualTo(2);
    passDays(1);
    next(member);
    passDays(6);
    assertThat(accounts()).isEqualTo(1);
    passDays(2);
    assertThat(accounts()).isZero();
    assertThat(count("conversations")).isZero();
    assertThat(mails(member)).isEqualTo(3);
  }

  @Test
  void stayOnceSomebodySignsIn() {
    var member = mail.member(server);
    passDays(336);
    next(member);
    signIn(member);
    passDays(60);
    assertThat(accounts()).isEqualTo(1);
    assertThat(mails(member)).isEqualTo(2);

    passDays(276);
    next(member);
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void stayAsLongAsAWarningDidNotArrive() {
    var member = mail.member(server);
    mail.goDown();
    passDays(336);
    for (var week = 0; week < 8; week++) {
      passDays(8);
    }
    assertThat(accounts()).isEqualTo(1);
    assertThat(count("inactivity_warnings WHERE sent_at IS NOT NULL")).isZero();

    mail.comeBack();
    passDays(8);
    next(member);
    passDays(24);
    next(member);
    assertThat(accounts()).isEqualTo(1);
    passDays(8);
    assertThat(accounts()).isZero();
  }

  @Test
  void stayWhereSomebodyCameBackWhileTheWarningWaited() {
    var member = mail.member(server);
    mail.goDown();
    passDays(336);
    signIn(member);
    mail.comeBack();
    server.clock().advance(Duration.ofHours(2));
    MailServer.awaitAllSent(server);
    assertThat(mail.all()).isEmpty();
  }

  @Test
  void stayForEverUnlessTheSettingsSayOtherwise() {
    server.close();
    server = mail.sender();
    mail.member(server);
    passDays(4_000);
    assertThat(accounts()).isEqualTo(1);
    MailServer.awaitAllSent(server);
    assertThat(mail.all()).hasSize(1);
  }

  @Test
  void stayWhereItIsAskedOnlyWhatWouldBeDeleted() {
    var member = mail.member(server);
    passDays(336);
    next(member);
    passDays(24);
    next(member);
    server.clock().advance(Duration.ofDays(8));
    var dry = new RetentionSettings(true, Duration.ofDays(365));
    assertThat(server.bean(InactiveAccounts.class).due(dry.inactiveAccounts(), 10)).hasSize(1);
    new Retention(
            server.bean(SoleJobs.class),
            server.bean(Guests.class),
            server.bean(Deletion.class),
            server.bean(Warnings.class),
            server.bean(InactiveAccounts.class),
            server.bean(Closing.class),
            dry)
        .run();
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void stayWithThoseWhoRunTheServerAndThoseWhoWereSuspended() {
    change(mail.member(server), "role = 'admin'");
    change(mail.member(server), "status = 'suspended'");
    passDays(336);
    passDays(60);
    passDays(60);
    assertThat(accounts()).isEqualTo(2);
    assertThat(count("inactivity_warnings")).isZero();
  }

  /// Lets days go by, and has the job do its work.
  private void passDays(int days) {
    server.clock().advance(Duration.ofDays(days));
    server.bean(Retention.class).run();
  }

  private String next(Client member) {
    var text = mail.next(String.valueOf(member.email())).text();
    MailServer.awaitAllSent(server);
    return text;
  }

  private int mails(Client member) {
    MailServer.awaitAllSent(server);
    return mail.to(String.valueOf(member.email())).size();
  }

  private void signIn(Client member) {
    var body = Map.of("email", String.valueOf(member.email()), "password", Client.PASSWORD);
    member.post("/auth/login", body).expect(200);
  }

  private void change(Client member, String what) {
    new TransactionTemplate(server.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ ->
                server
                    .bean(JdbcClient.class)
                    .sql("UPDATE users SET " + what + " WHERE email = :email")
                    .param("email", member.email())
                    .update());
  }

  private int accounts() {
    return count("users");
  }

  private int count(String what) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM " + what)
        .query(Integer.class)
        .single();
  }
}
