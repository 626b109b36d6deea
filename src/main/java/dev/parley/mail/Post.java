package dev.parley.mail;

import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/// Hands mails to the mail server.
final class Post {

  /// What came of it.
  sealed interface Outcome {

    record Sent() implements Outcome {}

    /// It may work later.
    record Failed(String why) implements Outcome {}

    /// It never will: mail cannot go to this address.
    record Refused(String why) implements Outcome {}
  }

  private static final Pattern REPLY_CODE = Pattern.compile("\\s*([245]\\d\\d)\\b");

  private final JavaMailSender sender;
  private final Envelope envelope;

  /// @throws UnsafeStart where the settings do not say how
  Post(Secret smtpUrl, String from, Clock clock) {
    sender = MailServer.parse(smtpUrl).sender();
    envelope = new Envelope(Envelope.sender(from), clock);
  }

  /// Sends a mail and waits until the server has taken it, for a minute or two at most.
  Outcome send(Letter letter, Mail mail) {
    try {
      var message = sender.createMimeMessage();
      envelope.fill(message, letter, mail);
      sender.send(message);
      return new Outcome.Sent();
    } catch (AddressException e) {
      return new Outcome.Refused(why(e));
    } catch (MessagingException e) {
      return new Outcome.Failed(why(e));
    } catch (MailException e) {
      var cause = cause(e);
      return cause instanceof SendFailedException failed
              && failed.getInvalidAddresses() != null
              && failed.getInvalidAddresses().length > 0
          ? new Outcome.Refused(why(cause))
          : new Outcome.Failed(why(cause));
    }
  }

  private static Throwable cause(MailException failure) {
    if (failure instanceof MailSendException e && e.getMessageExceptions().length > 0) {
      return e.getMessageExceptions()[0];
    }
    return failure.getCause() == null ? failure : failure.getCause();
  }

  /// The kind of failure and the code of the server's reply (RFC 5321, section 4.2), and nothing
  /// else of that reply: a server may repeat the mail in it.
  private static String why(Throwable cause) {
    var reply = REPLY_CODE.matcher(String.valueOf(cause.getMessage()));
    return cause.getClass().getSimpleName() + (reply.lookingAt() ? " " + reply.group(1) : "");
  }
}
