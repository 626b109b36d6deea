package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@Contract
class UsersHttpTest {

  private static final TestServer SERVER = TestServer.start();
  private static final Client ADMIN = SERVER.admin();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void findsAccountsByWhatTheirAddressesBeginWith() {
    var ada = register("ada@find.example.com");
    register("adam@find.example.com");
    register("a@find.example.com");
    ada.conversation();
    var found = ADMIN.get("/admin/users?q=ADA@").expect(200).body().path("data");

    assertThat(found.size()).isEqualTo(1);
    var user = found.get(0);
    assertThat(user.path("email").stringValue()).isEqualTo("ada@find.example.com");
    assertThat(user.path("status").stringValue()).isEqualTo("active");
    assertThat(user.path("role").stringValue()).isEqualTo("user");
    assertThat(user.path("conversations").intValue()).isEqualTo(1);
    assertThat(user.path("last_used_at").isNull()).isFalse();
    assertThat(user.propertyNames()).doesNotContain("password_hash");
  }

  @Keeps("sql.wildcards")
  @Test
  void knowsNoWildcards() {
    register("plain@wild.example.com");

    assertThat(ADMIN.get("/admin/users?q=pl_in").body().path("data").size()).isZero();
    assertThat(ADMIN.get("/admin/users?q=%25").body().path("data").size()).isZero();
  }

  @Test
  void comesInPagesByAddress() {
    for (var name : List.of("c", "a,b", "b")) {
      register("page-" + name + "@example.com");
    }
    var found = new ArrayList<String>();
    var path = "/admin/users?q=page-&limit=1";
    var page = ADMIN.get(path).expect(200).body();
    found.add(page.at("/data/0/email").stringValue());
    while (page.path("has_more").booleanValue()) {
      var cursor = page.path("next_cursor").stringValue();
      page = ADMIN.get(path + "&cursor=" + cursor).expect(200).body();
      found.add(page.at("/data/0/email").stringValue());
    }

    assertThat(found)
        .containsExactly("page-a,b@example.com", "page-b@example.com", "page-c@example.com");
  }

  @Test
  void takesNoCursorThatIsNotItsOwn() {
    ADMIN.get("/admin/users?cursor=eHh4").expectInvalid("cursor");
  }

  @Test
  void refusesWhatIsNoStatusAndNoRole() {
    var id = register("refused@example.com").get("/account").text("id");
    ADMIN
        .patch("/admin/users/" + id, "{'status':'deleted','role':'king'}")
        .expectInvalid("status", "role");
    ADMIN.patch("/admin/users/" + id, "{'email':'x@example.com'}").expectInvalid("email");
    ADMIN.patch("/admin/users/user_0", "{'status':'active'}").expectProblem(404, "not_found");
  }

  @Test
  void isNotForPersonalAccessTokens() {
    var token = ADMIN.post("/account/tokens", "{'name':'Notes'}").expect(201).text("token");
    ADMIN.withToken(token).get("/admin/users").expectProblem(403, "insufficient_scope");
  }

  private static Client register(String email) {
    var nobody = SERVER.client();
    nobody.post("/auth/register", Map.of("email", email, "password", Client.PASSWORD)).expect(201);
    return nobody.signIn(email, Client.PASSWORD);
  }
}
