package dev.parley.account;

import dev.parley.mail.Correspondence;
import dev.parley.mail.Mail;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What who reads an address's mail is told after somebody registered with it.
@Component
class RegistrationMail implements Correspondence {

  static final String KIND = "registration";

  /// The owner of an account hears of others' attempts so often at most.
  private static final Duration BETWEEN_NOTICES = Duration.ofHours(24);

  private final Registrations registrations;
  private final Accounts accounts;
  private final OneTimeTokens tokens;
  private final Wording wording;
  private final Clock clock;

  RegistrationMail(
      Registrations registrations,
      Accounts accounts,
      OneTimeTokens tokens,
      Wording wording,
      Clock clock) {
    this.registrations = registrations;
    this.accounts = accounts;
    this.tokens = tokens;
    this.wording = wording;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String recipient) {
    return registrations.find(recipient).flatMap(this::about);
  }

  private Optional<Mail> about(Registration registration) {
    var email = registration.email();
    if (accounts.has(email)) {
      return wasToldOfLate(registration) ? Optional.empty() : Optional.of(wording.notice());
    }
    return Optional.of(
        registration.contested()
            ? wording.choice(tokens.mint(email, Purpose.RESET))
            : wording.verification(tokens.mint(email, Purpose.VERIFICATION)));
  }

  private boolean wasToldOfLate(Registration registration) {
    var told = registration.toldAt();
    return told != null && clock.millis() - told < BETWEEN_NOTICES.toMillis();
  }

  @Override
  public void sent(String recipient) {
    if (accounts.has(recipient)) {
      registrations.told(recipient);
    }
  }
}
