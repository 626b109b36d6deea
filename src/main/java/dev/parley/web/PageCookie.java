package dev.parley.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// Something that a browser keeps for this server: no script can read it, and it is sent along with
/// no request from another site.
///
/// @param path the calls that it is sent to
/// @param age how long the browser keeps it; none: until it is closed
public record PageCookie(String name, String path, @Nullable Duration age) {

  /// What has a browser keep a value.
  ///
  /// @param secure whether it is sent over encrypted connections alone
  public ResponseCookie holding(String value, boolean secure) {
    var cookie =
        ResponseCookie.from(name, value)
            .path(path)
            .httpOnly(true)
            .sameSite("Strict")
            .secure(secure);
    return age == null ? cookie.build() : cookie.maxAge(age).build();
  }

  /// What has a browser keep nothing.
  ResponseCookie gone(boolean secure) {
    return new PageCookie(name, path, Duration.ZERO).holding("", secure);
  }
}
