package dev.parley.endurance;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import java.util.Map;

/// A refresh token that is spent for the next.
record Renewal(Person who) implements Deed {

  @Override
  public void act() {
    take(show(who.client()).expect(200));
  }

  /// It may have been spent: then it still gives its successor for 10 seconds, and after that it is
  /// one that was shown twice.
  @Override
  public void again() {
    var answer = show(who.client());
    if (answer.status() == 200) {
      take(answer);
    } else {
      answer.expect(401);
      who.become(who.client().signInAgain());
    }
  }

  static Response show(Client client) {
    return client.post(
        "/auth/refresh", Map.of("refresh_token", String.valueOf(client.refreshToken())));
  }

  private void take(Response answer) {
    var old = who.client();
    who.become(
        new Client(
            old.address(), old.email(), answer.text("access_token"), answer.text("refresh_token")));
  }
}
