package dev.parley.web;

import dev.parley.platform.Profile;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/// A page that this server brought, in somebody's browser, which keeps secrets in a [PageCookie]. A
/// controller that takes one is closed to requests from elsewhere.
public final class OwnPage {

  private final ServerHttpRequest request;
  private final ServerHttpResponse response;
  private final Profile profile;

  OwnPage(ServerHttpRequest request, ServerHttpResponse response, Profile profile) {
    this.request = request;
    this.response = response;
    this.profile = profile;
  }

  /// What the browser keeps.
  public Optional<String> kept(PageCookie cookie) {
    return Optional.ofNullable(request.getCookies().getFirst(cookie.name()))
        .map(sent -> sent.getValue());
  }

  /// Has the browser keep a value from now on.
  public void keep(PageCookie cookie, String value) {
    write(cookie.holding(value, profile.isProduction()));
  }

  /// Has the browser keep nothing.
  public void forget(PageCookie cookie) {
    write(cookie.gone(profile.isProduction()));
  }

  private void write(ResponseCookie cookie) {
    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
