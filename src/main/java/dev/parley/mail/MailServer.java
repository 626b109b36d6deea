package dev.parley.mail;

import dev.parley.platform.Secret;
import dev.parley.platform.Transport;
import dev.parley.platform.UnsafeStart;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The mail server that `SMTP_URL` names: `smtp://user:password@host:port`, with `?starttls` where
/// the connection is to be encrypted before anything is said, or `smtps://`, where it is from the
/// beginning. Certificates are checked.
final class MailServer {

  /// How long to wait for the server, at each step, in milliseconds.
  private static final String PATIENCE = "20000";

  private enum Security {
    NONE(25),
    STARTTLS(587),
    TLS(465);

    private final int port;

    Security(int port) {
      this.port = port;
    }
  }

  private final URI url;
  private final Security security;

  private MailServer(URI url, Security security) {
    this.url = url;
    this.security = security;
  }

  /// Reads the setting.
  ///
  /// @throws UnsafeStart for anything that names no mail server; it does not repeat the password
  static MailServer parse(Secret smtpUrl) {
    try {
      var url = new URI(smtpUrl.reveal().strip());
      if (url.getScheme() != null
          && url.getHost() != null
          && (url.getPath().isEmpty() || url.getPath().equals("/"))) {
        return new MailServer(url, security(url));
      }
    } catch (URISyntaxException _) {
      // Its message has the whole of it.
    }
    throw unreadable();
  }

  private static Security security(URI url) {
    var query = url.getQuery() == null ? "" : url.getQuery();
    return switch (url.getScheme().toLowerCase(Locale.ROOT) + "?" + query) {
      case "smtp?" -> Security.NONE;
      case "smtp?starttls", "smtp?starttls=true" -> Security.STARTTLS;
      case "smtps?" -> Security.TLS;
      default -> throw unreadable();
    };
  }

  private static UnsafeStart unreadable() {
    return new UnsafeStart(
        "SMTP_URL names no mail server.",
        "Set it to smtp://user:password@host:port, with ?starttls behind it or smtps:// before it"
            + " for an encrypted connection, and write %40 for an @ in the password; or leave it"
            + " out.");
  }

  /// Whether mail goes to another machine for everybody on the way to read.
  boolean isOpen() {
    return security == Security.NONE && !Transport.isThisMachine(url.getHost());
  }

  /// Connects anew for each mail, so mails can be sent side by side.
  JavaMailSenderImpl sender() {
    var sender = new JavaMailSenderImpl();
    sender.setHost(url.getHost());
    sender.setPort(url.getPort() < 0 ? security.port : url.getPort());
    var user = url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    sender.setUsername(part(user, 0));
    sender.setPassword(part(user, 1));
    sender.setJavaMailProperties(properties(user.length > 0));
    return sender;
  }

  private Properties properties(boolean authenticated) {
    var properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(authenticated));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
    properties.setProperty("mail.smtp.timeout", PATIENCE);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (security) {
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }

  private static @Nullable String part(String[] user, int index) {
    return index < user.length
        ? URLDecoder.decode(user[index].replace("+", "%2B"), StandardCharsets.UTF_8)
        : null;
  }
}
