package dev.parley.mail;

import dev.parley.platform.UnsafeStart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;

/// Puts a mail into the form in which it goes over the wire (RFC 2046, section 5.1.4).
final class Envelope {

  private static final String UTF_8 = "UTF-8";

  private final InternetAddress from;
  private final Clock clock;

  Envelope(InternetAddress from, Clock clock) {
    this.from = from;
    this.clock = clock;
  }

  /// Whom mail is from.
  ///
  /// @throws UnsafeStart where that is nobody
  static InternetAddress sender(String from) {
    try {
      var address = new InternetAddress(from, true);
      return new InternetAddress(address.getAddress(), address.getPersonal(), UTF_8);
    } catch (AddressException | UnsupportedEncodingException _) {
      throw new UnsafeStart(
          from.isEmpty()
              ? "SMTP_URL is set and MAIL_FROM is not, so mails would be from nobody."
              : "MAIL_FROM is no address of mail: " + from,
          "Set MAIL_FROM to the address that mails come from, such as"
              + " \"Parley <parley@example.com>\".");
    }
  }

  /// Fills an empty message.
  ///
  /// @throws AddressException where the recipient's address is none that mail can go to
  void fill(MimeMessage message, Letter letter, Mail mail) throws MessagingException {
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, address(letter.recipient()));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    // Each attempt has its own: it may bring another link, and is no copy to be left out.
    message.setHeader("Message-ID", "<%s.%d@%s>".formatted(letter.id(), letter.attempts(), host()));
    // No holiday notices, please (RFC 3834, section 5).
    message.setHeader("Auto-Submitted", "auto-generated");
    var text = new MimeBodyPart();
    text.setText(Layout.text(mail), UTF_8);
    var html = new MimeBodyPart();
    html.setText(Layout.html(mail), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
  }

  /// Exactly this one address: nothing in it may be taken for a name, a list or a route.
  private static InternetAddress address(String email) throws AddressException {
    var address = new InternetAddress(email, true);
    if (!email.equals(address.getAddress())) {
      throw new AddressException("not a single plain address");
    }
    return address;
  }

  private String host() {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }
}
