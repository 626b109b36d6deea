package dev.parley.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.limit.Meter;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
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

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TokenHeld(@Nullable String refreshToken) {}

  private final Entrance entrance;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final TokenSettings settings;

  AuthController(
      Entrance entrance, Sessions sessions, AccessTokens accessTokens, TokenSettings settings) {
    this.entrance = entrance;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.settings = settings;
  }

  @PostMapping(path = "/login", produces = MediaType.APPLICATION_JSON_VALUE)
  Tokens logIn(
      Meter meter,
      Device device,
      @RequestHeader(required = false, name = "User-Agent") @Nullable String agent,
      @RequestBody Entrance.LogIn body) {
    return tokens(entrance.logIn(meter, device, agent, body));
  }

  @PostMapping(path = "/refresh", produces = MediaType.APPLICATION_JSON_VALUE)
  Tokens refresh(
      Meter meter,
      @RequestHeader(required = false, name = "User-Agent") @Nullable String agent,
      @RequestBody TokenHeld body) {
    return switch (entrance.refresh(meter, agent, token(body))) {
      case Sessions.Refresh.Renewed renewed -> tokens(renewed);
      case Sessions.Refresh.Unknown _, Sessions.Refresh.Reused _ ->
          throw InvalidCredentials.refreshToken();
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
