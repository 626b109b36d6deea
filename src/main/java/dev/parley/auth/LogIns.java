package dev.parley.auth;

import dev.parley.factor.SecondFactors;
import dev.parley.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns an address and a password into a session.
@Component
class LogIns {

  private final Credentials credentials;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Sessions sessions;

  LogIns(Credentials credentials, Passwords passwords, SecondFactors factors, Sessions sessions) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
  }

  /// @param code of the second factor, where the account has one
  /// @throws SecondFactorRequired where it has one, the password is right, and there is no code
  /// @throws InvalidCredentials after the same time and with the same words, whatever was wrong
  Sessions.Refresh.Renewed logIn(String email, Secret password, @Nullable Secret code) {
    var account = credentials.find(email);
    var hash = account.map(Credentials.Row::passwordHash).orElse(null);
    if (!passwords.matches(password, hash) || account.isEmpty()) {
      throw InvalidCredentials.password();
    }
    var row = account.get();
    if (factors.isOn(row.id())) {
      checkCode(row.id(), code);
    }
    if (passwords.isOutdated(row.passwordHash())) {
      credentials.rehash(row.id(), row.passwordHash(), passwords.hash(password));
    }
    return sessions.begin(row.id(), Role.of(row.role()));
  }

  private void checkCode(String accountId, @Nullable Secret code) {
    if (code == null || code.isBlank()) {
      throw new SecondFactorRequired();
    }
    if (!factors.spend(accountId, code)) {
      throw InvalidCredentials.password();
    }
  }
}
