package dev.parley.account;

import dev.parley.mail.Correspondence;
import dev.parley.mail.Mail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What who reads an address's mail is told after somebody forgot its password. An address that
/// nobody uses here gets nothing.
@Component
class ResetMail implements Correspondence {

  static final String KIND = "reset";

  private final Registrations registrations;
  private final Accounts accounts;
  private final OneTimeTokens tokens;
  private final Wording wording;

  ResetMail(Registrations registrations, Accounts accounts, OneTimeTokens tokens, Wording wording) {
    this.registrations = registrations;
    this.accounts = accounts;
    this.tokens = tokens;
    this.wording = wording;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String recipient) {
    if (accounts.active(recipient).isPresent()) {
      return Optional.of(wording.reset(tokens.mint(recipient, Purpose.RESET)));
    }
    return accounts.has(recipient)
        ? Optional.empty()
        : registrations
            .find(recipient)
            .map(_ -> wording.choice(tokens.mint(recipient, Purpose.RESET)));
  }
}
