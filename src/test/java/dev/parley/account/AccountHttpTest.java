package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

@Contract
class AccountHttpTest {

  private final TestServer server = TestServer.shared();

  @Test
  void showsPeopleTheirAccount() {
    var member = server.member();
    var account = member.get("/account").expect(200).body();
    assertThat(account.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "email",
            "name",
            "role",
            "created_at",
            "second_factor",
            "delete_conversations_after_days");
    assertThat(account.get("email").stringValue()).isEqualTo(member.email());
    assertThat(account.get("id").stringValue()).matches("user_[0-9a-z]{26}");
  }

  @Test
  void showsEverybodyTheirOwn() {
    var one = server.member().get("/account").expect(200);
    var other = server.member().get("/account").expect(200);
    assertThat(one.text("id")).isNotEqualTo(other.text("id"));
    assertThat(one.text("email")).isNotEqualTo(other.text("email"));
  }

  @Test
  void staysTheSameAtEverySignIn() {
    var member = server.member();
    var again = server.client().signIn(String.valueOf(member.email()), Client.PASSWORD);
    assertThat(again.get("/account").raw()).isEqualTo(member.get("/account").raw());
  }

  @Test
  void showsNobodyAnything() {
    server.client().get("/account").expectProblem(401, "unauthenticated");
  }
}
