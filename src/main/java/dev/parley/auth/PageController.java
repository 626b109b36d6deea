package dev.parley.auth;

import dev.parley.limit.Meter;
import dev.parley.web.OwnPage;
import dev.parley.web.PageCookie;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in on this server's own pages, where the browser keeps the refresh token in a cookie and
/// no script ever sees it.
@RestController
@RequestMapping("/auth/page")
class PageController {

  /// What a page holds, in memory alone.
  ///
  /// @param expiresIn seconds that the access token holds
  record PageToken(String accessToken, String tokenType, long expiresIn) {}

  private final Entrance entrance;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final TokenSettings settings;
  private final PageCookie cookie;

  PageController(
      Entrance entrance, Sessions sessions, AccessTokens accessTokens, TokenSettings settings) {
    this.entrance = entrance;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.settings = settings;
    cookie = new PageCookie("parley_page", "/auth/page", settings.refreshLifetime());
  }

  @PostMapping(path = "/login", produces = MediaType.APPLICATION_JSON_VALUE)
  PageToken logIn(
      OwnPage page,
      Meter meter,
      Device device,
      @RequestHeader(required = false, name = "User-Agent") @Nullable String agent,
      @RequestBody Entrance.LogIn body) {
    return token(page, entrance.logIn(meter, device, agent, body));
  }

  /// Nobody being signed in is no failure: every page asks when it is opened.
  @PostMapping(path = "/refresh", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PageToken> refresh(
      OwnPage page,
      Meter meter,
      @RequestHeader(required = false, name = "User-Agent") @Nullable String agent) {
    var held = token(page);
    if (held.isEmpty()) {
      return ResponseEntity.noContent().build();
    }
    return switch (entrance.refresh(meter, agent, held.get())) {
      case Sessions.Refresh.Renewed renewed -> ResponseEntity.ok(token(page, renewed));
      case Sessions.Refresh.Unknown _, Sessions.Refresh.Reused _ -> {
        page.forget(cookie);
        yield ResponseEntity.noContent().build();
      }
    };
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(OwnPage page) {
    token(page).ifPresent(sessions::end);
    page.forget(cookie);
  }

  private Optional<RefreshToken> token(OwnPage page) {
    return page.kept(cookie).map(RefreshToken::new);
  }

  private PageToken token(OwnPage page, Sessions.Refresh.Renewed renewed) {
    page.keep(cookie, renewed.successor().text());
    return new PageToken(
        accessTokens.issue(renewed.member()), "bearer", settings.accessLifetime().toSeconds());
  }
}
