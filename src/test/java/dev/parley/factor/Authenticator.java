package dev.parley.factor;

import dev.parley.platform.Secret;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Clock;

/// An authenticator app that was given the key of a new second factor.
public record Authenticator(String secret, Clock clock) {

  public static Authenticator of(Response begun, TestServer server) {
    return new Authenticator(begun.text("secret"), server.clock());
  }

  public String code() {
    return code(0);
  }

  public String codeBefore() {
    return code(-1);
  }

  private String code(int stepsFromNow) {
    var step = clock.instant().getEpochSecond() / 30;
    return TotpKey.of(new Secret(secret)).code(step + stepsFromNow);
  }
}
