package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

class ProfileHttpTest {

  private final Client member = TestServer.shared().member();

  @Test
  void givesTheAccountAName() {
    var changed = member.patch("/account", "{'name':' Ada <3 '}").expect(200);

    assertThat(changed.text("name")).isEqualTo("Ada <3");
    assertThat(member.get("/account").body()).isEqualTo(changed.body());
  }

  @Test
  void takesTheNameAway() {
    member.patch("/account", "{'name':'Ada'}").expect(200);
    var changed = member.patch("/account", "{'name':null}").expect(200);

    assertThat(changed.body().path("name").isNull()).isTrue();
  }

  @Test
  void leavesWhatIsNotGiven() {
    member.patch("/account", "{'name':'Ada'}").expect(200);

    assertThat(member.patch("/account", "{}").expect(200).text("name")).isEqualTo("Ada");
  }

  @Test
  void refusesWhatIsNoName() {
    member.patch("/account", "{'name':' '}").expectInvalid("name");
    member.patch("/account", "{'name':7}").expectInvalid("name");
    member.patch("/account", "{'name':'%s'}".formatted("x".repeat(101))).expectInvalid("name");
  }

  @Test
  void changesNothingElse() {
    member.patch("/account", "{'role':'admin'}").expectInvalid("role");
    member.patch("/account", "{'email':'other@example.com'}").expectInvalid("email");

    assertThat(member.get("/account").text("role")).isEqualTo("user");
  }
}
