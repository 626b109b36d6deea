package dev.parley.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lets people in, by whatever door they come.
@Component
class Entrance {

  private static final Logger log = LoggerFactory.getLogger(Entrance.class);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LogIn(@Nullable String email, @Nullable Secret password, @Nullable Secret code) {}

  private final Attempts attempts;
  private final LogIns logIns;
  private final KnownAddresses addresses;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  Entrance(
      Attempts attempts,
      LogIns logIns,
      KnownAddresses addresses,
      Sessions sessions,
      ApplicationEventPublisher events) {
    this.attempts = attempts;
    this.logIns = logIns;
    this.addresses = addresses;
    this.sessions = sessions;
    this.events = events;
  }

  /// Begins a session.
  Sessions.Refresh.Renewed logIn(Meter meter, Device device, @Nullable String agent, LogIn body) {
    var fields = new Fields();
    var email = Emails.normalise(fields.given("email", body.email));
    var password = fields.secret("password", body.password);
    fields.check();
    var whence = Whence.of(agent, meter.address());
    var session =
        attempts.logIn(meter, device, email, () -> logIn(email, password, body.code, whence));
    addresses.remember(session.member().accountId(), email, meter.address());
    device.remember(email);
    return session;
  }

  /// Whoever failed is on record before they hear of it.
  private Sessions.Refresh.Renewed logIn(
      String email, Secret password, @Nullable Secret code, Whence whence) {
    try {
      return logIns.logIn(email, password, code, whence);
    } catch (WrongProof | SecondFactorRequired | EmailNotVerified e) {
      events.publishEvent(new AuthHappening.SignInFailed(email, e.code()));
      throw e;
    }
  }

  /// Goes on with a session.
  Sessions.Refresh refresh(Meter meter, @Nullable String agent, RefreshToken token) {
    var outcome = sessions.refresh(token, Whence.of(agent, meter.address()));
    if (outcome instanceof Sessions.Refresh.Reused reused) {
      log.warn(
          "A spent refresh token of {} was shown again: session {} is ended",
          reused.accountId(),
          reused.sessionId());
    }
    return outcome;
  }
}
