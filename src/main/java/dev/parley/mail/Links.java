package dev.parley.mail;

import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.stereotype.Component;

/// Links for mails. They begin with `PUBLIC_URL`, whatever a request says of the host.
@Component
public final class Links {

  private final URI base;

  Links(MailSettings settings) {
    base = base(settings);
  }

  /// Where links lead; nowhere without mail.
  ///
  /// @throws UnsafeStart where the settings do not say
  static URI base(MailSettings settings) {
    return settings.areSet() ? parse(settings.publicUrl()) : URI.create("");
  }

  /// A link to a page that is to have a token. It stands in the fragment, which browsers keep to
  /// themselves, so it reaches no log and no other site.
  public String to(String page, Secret token) {
    return base + page + "#token=" + token.reveal();
  }

  /// A link to the start page.
  public String home() {
    return base + "/";
  }

  /// What people know this server by.
  public String site() {
    return base.getAuthority();
  }

  private static URI parse(String publicUrl) {
    try {
      var url = new URI(publicUrl.replaceFirst("/+$", ""));
      if (("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getQuery() == null
          && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new UnsafeStart(
        publicUrl.isEmpty()
            ? "SMTP_URL is set and PUBLIC_URL is not, so mails have nowhere to lead to."
            : "PUBLIC_URL is no address of a web site: " + publicUrl,
        "Set PUBLIC_URL to where people find this server, such as https://chat.example.com.");
  }
}
