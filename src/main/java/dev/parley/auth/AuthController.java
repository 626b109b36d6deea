package dev.parley.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in, staying signed in, and signing out.
@RestController
@RequestMapping("/auth")
class AuthController {

  private static final Logger log = LoggerFactory.getLogger(AuthController.class);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LogIn(@Nullable String email, @Nullable Secret password, @Nullable Secret code) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TokenHeld(@Nullable String refreshToken) {}

  private final Attempts attempts;
  private final LogIns logIns;
  private final KnownAddresses addresses;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final TokenSettings settings;
  private final ApplicationEventPublisher events;

  AuthController(
      Attempts attempts,
      LogIns logIns,
      KnownAddresses addresses,
      Sessions sessions,
      AccessTokens accessTokens,
      TokenSettings settings,
      ApplicationEventPublisher events) {
    this.attempts = attempts;
    this.logIns = logIns;
    this.addresses = addresses;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.settings = settings;
    this.events = events;
  }

  @PostMapping(path = "/login", produces = MediaType.APPLICATION_JSON_VALUE)
  Tokens logIn(
      Meter meter,
      Device device,
      @RequestHeader(required = false, name = "User-Agent") @Nullable String agent,
      @RequestBody LogIn body) {
    var fields = new Fields();
    var email = Emails.normalise(fields.given("email", body.email));
    var password = fields.secret("password", body.password);
    fields.check();
    var whence = Whence.of(agent, meter.address());
    var session =
        attempts.logIn(meter, device, email, () -> logIn(email, password, body.code, whence));
    addresses.remember(session.member().accountId(), email, meter.address());
    device.remember(email);
    return tokens(session);
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

  @PostMapping(path = "/refresh", produces = MediaType.APPLICATION_JSON_VALUE)
  Tokens refresh(
      Meter meter,
      @RequestHeader(required = false, name = "User-Agent") @Nullable String agent,
      @RequestBody TokenHeld body) {
    var whence = Whence.of(agent, meter.address());
    return switch (sessions.refresh(token(body), whence)) {
      case Sessions.Refresh.Renewed renewed -> tokens(renewed);
      case Sessions.Refresh.Unknown _ -> throw InvalidCredentials.refreshToken();
      case Sessions.Refresh.Reused reused -> {
        log.warn(
            "A spent refresh token of {} was shown again: session {} is ended",
            reused.accountId(),
            reused.sessionId());
        throw InvalidCredentials.refreshToken();
      }
    };
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(@RequestBody TokenHeld body) {
    sessions.end(token(body));
  }

  private static RefreshToken token(TokenHeld body) {
    var fields = new Fields();
    var token = fields.given("refresh_token", body.refreshToken);
    fields.check();
    return new RefreshToken(token);
  }

  private Tokens tokens(Sessions.Refresh.Renewed renewed) {
    return new Tokens(
        accessTokens.issue(renewed.member()),
        "bearer",
        settings.accessLifetime().toSeconds(),
        renewed.successor().text());
  }
}
