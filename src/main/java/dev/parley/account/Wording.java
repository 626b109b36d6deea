package dev.parley.account;

import dev.parley.mail.Links;
import dev.parley.mail.Mail;
import dev.parley.mail.Mail.Link;
import dev.parley.mail.Mail.Paragraph;
import dev.parley.platform.Secret;
import org.springframework.stereotype.Component;

/// What the mails about accounts say.
@Component
class Wording {

  private final Links links;

  Wording(Links links) {
    this.links = links;
  }

  Mail verification(Secret token) {
    return new Mail(
        "Confirm your address for " + links.site(),
        new Paragraph(
            "Somebody, we hope you, has registered at %s with this address."
                .formatted(links.site())),
        new Link("Confirm the address", links.to("/verify", token)),
        new Paragraph("The link holds for 24 hours, and once."),
        new Paragraph(
            """
            If it was not you, delete this mail and do not open the link: \
            it would let whoever registered use your address."""));
  }

  Mail choice(Secret token) {
    return new Mail(
        "Choose a password for " + links.site(),
        new Paragraph(
            """
            Somebody, we hope you, wants to use %s with this address. \
            Choose a password, and the account is yours. \
            Passwords that were given before do not count, because somebody else may know them."""
                .formatted(links.site())),
        new Link("Choose a password", links.to("/reset", token)),
        new Paragraph("The link holds for 10 minutes, and once."),
        new Paragraph(
            "If it was not you, delete this mail. Without the link nobody can use your address."));
  }

  Mail reset(Secret token) {
    return new Mail(
        "Choose a new password for " + links.site(),
        new Paragraph(
            "Somebody, we hope you, has asked for a new password for your account at %s."
                .formatted(links.site())),
        new Link("Choose a new password", links.to("/reset", token)),
        new Paragraph(
            "The link holds for 10 minutes, and once. A new password signs you out everywhere."),
        new Paragraph("If it was not you, delete this mail. Your password stays as it is."));
  }

  Mail notice() {
    return new Mail(
        "Your account at " + links.site(),
        new Paragraph(
            """
            Somebody has tried to register at %s with this address. It has an account already, \
            and nothing about that has changed."""
                .formatted(links.site())),
        new Paragraph(
            """
            If it was you, sign in with the password that you have, or ask for a new one there. \
            If it was not, there is nothing that you need to do."""),
        new Paragraph("However often somebody tries, you hear of it once a day at most."));
  }
}
