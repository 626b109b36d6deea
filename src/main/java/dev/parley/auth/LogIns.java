package dev.parley.auth;

import dev.parley.factor.SecondFactors;
import dev.parley.mail.MailSettings;
import dev.parley.platform.Secret;
import dev.parley.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns an address and a password into a session.
@Component
class LogIns {

  private final Credentials credentials;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final MailSettings mail;

  LogIns(
      Credentials credentials,
      Passwords passwords,
      SecondFactors factors,
      Sessions sessions,
      MailSettings mail) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
    this.mail = mail;
  }

  /// @param code of the second factor, where the account has one
  /// @throws SecondFactorRequired where it has one, the password is right, and there is no code
  /// @throws EmailNotVerified where the address was registered with this password and not proved
  /// @throws InvalidCredentials after the same time and with the same words, whatever was wrong
  Sessions.Refresh.Renewed logIn(
      String email, Secret password, @Nullable Secret code, Whence whence) {
    var account = credentials.find(email);
    var hash = account.map(Credentials.Row::passwordHash).orElse(null);
    if (!passwords.matches(password, hash) || account.isEmpty()) {
      throw refusal(email, password);
    }
    var row = account.get();
    if (factors.isOn(row.id())) {
      checkCode(row.id(), code);
    }
    var session = sessions.begin(row, whence).orElseGet(() -> again(email, password, whence));
    if (passwords.isOutdated(row.passwordHash())) {
      credentials.rehash(row.id(), row.passwordHash(), passwords.hash(password));
    }
    return session;
  }

  /// The account was changed while the password was looked at.
  private Sessions.Refresh.Renewed again(String email, Secret password, Whence whence) {
    return credentials
        .find(email)
        .filter(row -> passwords.matches(password, row.passwordHash()))
        .flatMap(row -> sessions.begin(row, whence))
        .orElseThrow(InvalidCredentials::password);
  }

  /// Looks among the registrations that wait for their mail. An address that is taken has them like
  /// one that is free, so what is answered here tells nobody which it is.
  private Refusal refusal(String email, Secret password) {
    return mail.areSet() && passwords.matches(password, credentials.registered(email))
        ? new EmailNotVerified()
        : InvalidCredentials.password();
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
