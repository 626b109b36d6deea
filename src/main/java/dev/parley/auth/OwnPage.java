package dev.parley.auth;

import dev.parley.platform.Profile;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/// A page that this server brought, in the browser of somebody who may be signed in: their refresh
/// token is in a cookie, which no script can read and which no other site has sent along. A
/// controller that takes one is closed to requests from elsewhere.
final class OwnPage {

  static final String COOKIE = "parley_page";

  private final ServerHttpRequest request;
  private final ServerHttpResponse response;
  private final Profile profile;
  private final Duration lifetime;

  /// @param lifetime of a refresh token
  OwnPage(
      ServerHttpRequest request, ServerHttpResponse response, Profile profile, Duration lifetime) {
    this.request = request;
    this.response = response;
    this.profile = profile;
    this.lifetime = lifetime;
  }

  /// The refresh token that the browser holds.
  Optional<RefreshToken> token() {
    return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
        .map(cookie -> new RefreshToken(cookie.getValue()));
  }

  /// Has the browser hold a token from now on.
  void keep(RefreshToken token) {
    write(token.text(), lifetime);
  }

  /// Has the browser hold none.
  void forget() {
    write("", Duration.ZERO);
  }

  private void write(String value, Duration age) {
    var cookie =
        ResponseCookie.from(COOKIE, value)
            .path("/auth/page")
            .httpOnly(true)
            .sameSite("Strict")
            .secure(profile.isProduction())
            .maxAge(age)
            .build();
    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
