package dev.parley.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/// A mail as it arrived.
///
/// @param text the part that is plain
/// @param html the same for those who show HTML
public record ReceivedMail(
    MimeMessage message, String recipient, String subject, String text, String html) {

  private static final Pattern LINK = Pattern.compile("(https?://\\S+)#token=([\\w-]+)");

  static ReceivedMail of(MimeMessage message) {
    try {
      var recipients = message.getAllRecipients();
      if (recipients.length != 1
          || !(message.getContent() instanceof MimeMultipart parts)
          || !parts.getContentType().startsWith("multipart/alternative")
          || parts.getCount() != 2
          || !parts.getBodyPart(0).isMimeType("text/plain")
          || !parts.getBodyPart(1).isMimeType("text/html")) {
        throw new AssertionError("not one mail to one person as text and HTML: " + message);
      }
      return new ReceivedMail(
          message,
          recipients[0].toString(),
          message.getSubject(),
          String.valueOf(parts.getBodyPart(0).getContent()),
          String.valueOf(parts.getBodyPart(1).getContent()));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String header(String name) {
    try {
      return message.getHeader(name, null);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /// Where its link leads, without the token.
  public String page() {
    return link(1);
  }

  /// The token in its link.
  public String token() {
    return link(2);
  }

  public boolean hasLink() {
    return LINK.matcher(text).find();
  }

  private String link(int group) {
    var link = LINK.matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link in " + text);
    }
    return link.group(group);
  }
}
