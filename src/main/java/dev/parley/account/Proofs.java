package dev.parley.account;

import dev.parley.auth.Access;
import dev.parley.auth.PasswordChanged;
import dev.parley.platform.Secret;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What somebody may do who shows, by a token, that they read an address's mail.
@Component
class Proofs {

  private final OneTimeTokens tokens;
  private final Registrations registrations;
  private final Accounts accounts;
  private final Access access;

  Proofs(OneTimeTokens tokens, Registrations registrations, Accounts accounts, Access access) {
    this.tokens = tokens;
    this.registrations = registrations;
    this.accounts = accounts;
    this.access = access;
  }

  /// Opens the account that was registered.
  ///
  /// @throws InvalidToken where the token does not hold, or whose password it was is in doubt
  @Transactional
  public void verify(Secret token) {
    var registration =
        tokens
            .spend(Purpose.VERIFICATION, token)
            .flatMap(registrations::find)
            .filter(found -> !found.contested())
            .orElseThrow(InvalidToken::new);
    open(registration, registration.passwordHash());
  }

  /// The address whose password a token may set, before one is hashed for it.
  ///
  /// @throws InvalidToken where the token does not hold
  String addressToReset(Secret token) {
    return tokens.find(Purpose.RESET, token).orElseThrow(InvalidToken::new);
  }

  /// Sets the password of the account, signs it out everywhere, and ends its access tokens, for who
  /// forgot a password may have lost it to somebody; or opens the account that was
  /// registered, with this password and none before.
  ///
  /// @throws InvalidToken where the token does not hold
  @Transactional
  public void reset(Secret token, String passwordHash) {
    tokens.find(Purpose.RESET, token).flatMap(accounts::active).ifPresent(access::hold);
    var email = tokens.spend(Purpose.RESET, token).orElseThrow(InvalidToken::new);
    var account = accounts.active(email);
    if (account.isPresent()) {
      accounts.setPassword(account.get(), passwordHash);
      access.endAll(account.get(), null);
      access.endTokens(account.get());
    } else {
      open(registrations.find(email).orElseThrow(InvalidToken::new), passwordHash);
    }
  }

  /// A link that was asked for before the password was changed sets none any more.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PasswordChanged changed) {
    accounts.find(changed.accountId()).map(Account::email).ifPresent(tokens::forget);
  }

  private void open(Registration registration, String passwordHash) {
    if (accounts.has(registration.email()) || !registrations.remove(registration)) {
      throw new InvalidToken();
    }
    accounts.create(registration.email(), passwordHash);
    tokens.forget(registration.email());
  }
}
