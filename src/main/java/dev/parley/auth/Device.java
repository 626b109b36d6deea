package dev.parley.auth;

import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;

/// The device that somebody logs in on, known again by a cookie for each account that was logged in
/// to on it. A controller that takes one may ask and remember.
///
/// The cookie grants nothing: whoever has it may guess at that one account without sharing the
/// guesses of strangers.
final class Device {

  private final DeviceCookies cookies;
  private final MultiValueMap<String, HttpCookie> sent;
  private final HttpHeaders answer;

  Device(DeviceCookies cookies, MultiValueMap<String, HttpCookie> sent, HttpHeaders answer) {
    this.cookies = cookies;
    this.sent = sent;
    this.answer = answer;
  }

  /// The device's id, if the account was logged in to on it.
  ///
  /// @param email normalised
  Optional<String> idFor(String email) {
    var cookie = sent.getFirst(cookies.name(email));
    return cookie == null ? Optional.empty() : cookies.read(email, cookie.getValue());
  }

  /// Knows the device again from now on.
  void remember(String email) {
    answer.add(HttpHeaders.SET_COOKIE, cookies.write(email, idFor(email)).toString());
  }
}
