package dev.parley.account;

import dev.parley.auth.Passwords;
import dev.parley.mail.Outbox;
import dev.parley.platform.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registering where there is mail. What is done is the same for an address that has an account and
/// one that has none, statement by statement, so nobody can tell the two apart; only the mail does.
///
/// Who reads the mail decides. The account is made when the link is opened, with the password of
/// the registration. If there were registrations with different passwords, a stranger may have
/// chosen one of them: then none counts, and the mail has the reader choose.
@Component
class SignUps {

  /// A registration, ready to be kept.
  ///
  /// @param sameAs the hash of the registration before, if its password is the same
  record Attempt(String email, String passwordHash, String sameAs) {}

  private final Registrations registrations;
  private final Passwords passwords;
  private final Outbox outbox;

  SignUps(Registrations registrations, Passwords passwords, Outbox outbox) {
    this.registrations = registrations;
    this.passwords = passwords;
    this.outbox = outbox;
  }

  /// Hashes the password, outside of any transaction.
  Attempt attempt(String email, Secret password) {
    var before = registrations.find(email).map(Registration::passwordHash).orElse(null);
    var same = passwords.matches(password, before);
    return new Attempt(email, passwords.hash(password), same && before != null ? before : "");
  }

  @Transactional
  public void register(Attempt attempt) {
    // In the order in which a mail that was sent is noted, so that the two never wait for another.
    outbox.put(RegistrationMail.KIND, attempt.email);
    registrations.keep(attempt.email, attempt.passwordHash, attempt.sameAs);
  }

  /// Has the mail about a registration sent once more.
  @Transactional
  public void resend(String email) {
    outbox.put(RegistrationMail.KIND, email);
  }

  /// Has a mail sent by which a password can be chosen.
  @Transactional
  public void forgot(String email) {
    outbox.put(ResetMail.KIND, email);
  }
}
