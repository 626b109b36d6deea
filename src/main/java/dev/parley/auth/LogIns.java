package dev.parley.auth;

import dev.parley.platform.Secret;
import org.springframework.stereotype.Component;

/// Turns an address and a password into a session.
@Component
class LogIns {

  private final Credentials credentials;
  private final Passwords passwords;
  private final Sessions sessions;

  LogIns(Credentials credentials, Passwords passwords, Sessions sessions) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /// @throws InvalidCredentials after the same time and with the same words, whatever was wrong
  Sessions.Refresh.Renewed logIn(String email, Secret password) {
    var account = credentials.find(email);
    var hash = account.map(Credentials.Row::passwordHash).orElse(null);
    if (!passwords.matches(password, hash) || account.isEmpty()) {
      throw InvalidCredentials.password();
    }
    var row = account.get();
    if (passwords.isOutdated(row.passwordHash())) {
      credentials.rehash(row.id(), row.passwordHash(), passwords.hash(password));
    }
    return sessions.begin(row.id(), Role.of(row.role()));
  }
}
