package dev.parley.retention;

import dev.parley.mail.Correspondence;
import dev.parley.mail.Links;
import dev.parley.mail.Mail;
import dev.parley.mail.Mail.Link;
import dev.parley.mail.Mail.Paragraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Tells somebody that their account is about to be deleted, because nobody uses it.
final class InactivityMail implements Correspondence {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Warning warning;
  private final Warnings warnings;
  private final Duration inactive;
  private final Links links;
  private final Clock clock;

  InactivityMail(Warning warning, Warnings warnings, Duration inactive, Links links, Clock clock) {
    this.warning = warning;
    this.warnings = warnings;
    this.inactive = inactive;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return warning.kind();
  }

  @Override
  public Optional<Mail> write(String recipient) {
    return warnings.lastUse(warning, recipient).map(this::mail);
  }

  private Mail mail(Instant lastUse) {
    return new Mail(
        "Your account at %s is about to be deleted".formatted(links.site()),
        new Paragraph(
            """
            Nobody has used your account at %s since %s. \
            If that stays so, it is deleted soon after %s, with everything in it."""
                .formatted(links.site(), DAY.format(lastUse), DAY.format(deletion(lastUse)))),
        new Link("Sign in once, and it stays", links.home()),
        new Paragraph("If you do not need it any more, there is nothing that you need to do."));
  }

  private Instant deletion(Instant lastUse) {
    var planned = lastUse.plus(inactive);
    var soonest = clock.instant().plus(warning.ahead());
    return planned.isAfter(soonest) ? planned : soonest;
  }

  @Override
  public void sent(String recipient) {
    warnings.sent(warning, recipient);
  }
}
