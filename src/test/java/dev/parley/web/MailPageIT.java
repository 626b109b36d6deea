package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Chromium;
import dev.parley.testing.InChromium;
import dev.parley.testing.MailServer;
import dev.parley.testing.PageServer;
import dev.parley.testing.Tab;
import dev.parley.testing.Visitor;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people do on the page with a link that came by mail.
@InChromium
class MailPageIT {

  private static final String EMAIL = "grace.hopper@example.com";
  private static final String NEW_PASSWORD = "eighteen green herons";
  private static final MailServer MAIL = MailServer.start();
  private static final PageServer SERVER = new PageServer(MAIL.environment());
  private static final Chromium CHROMIUM = Chromium.start();

  private final Tab page = Visitor.open(CHROMIUM.browser(), SERVER.server().uri("/")).tab();

  @AfterAll
  static void stop() {
    CHROMIUM.close();
    SERVER.close();
    MAIL.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void anAddressIsConfirmedAndAPasswordForgotten() {
    page.click("#account .button:not(.primary)");
    fill(Visitor.PASSWORD);
    page.see("dialog [role=status]", "A mail is on its way to " + EMAIL);
    page.screenshot("mail-sent-light");

    page.go(linkIn("/verify"));
    page.click("form button");
    page.see("[role=status]", "Your address is confirmed.");
    page.screenshot("confirmed-light");
    page.click("[data-then] a");

    page.click("#account .button.primary");
    page.click("dialog .link", "Forgot the password?");
    page.type("dialog [name=email]", EMAIL);
    page.press("Enter");
    page.see("dialog [role=status]", "A mail is on its way");

    page.go(linkIn("/reset"));
    page.type("[name=password]", NEW_PASSWORD);
    page.press("Enter");
    page.see("[role=status]", "Your password is set.");
    page.screenshot("reset-light");
    assertThat(page.barriers()).isEmpty();
    page.click("[data-then] a");

    page.click("#account .button.primary");
    fill(NEW_PASSWORD);
    page.see(".who", EMAIL);
  }

  private void fill(String password) {
    page.type("dialog [name=email]", EMAIL);
    page.type("dialog [name=password]", password);
    page.press("Enter");
  }

  /// The mail's link leads to the public address; here is nobody but this server.
  private static URI linkIn(String path) {
    var mail = MAIL.next(EMAIL);
    assertThat(mail.page()).isEqualTo("https://" + MailServer.SITE + path);
    return SERVER.server().uri(path + "#token=" + mail.token());
  }
}
