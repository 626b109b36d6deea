package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.factor.Authenticator;
import dev.parley.testing.Chromium;
import dev.parley.testing.InChromium;
import dev.parley.testing.PageServer;
import dev.parley.testing.Tab;
import dev.parley.testing.Visitor;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people do about their account on the page.
@InChromium
class AccountPageIT {

  private static final PageServer SERVER = new PageServer();
  private static final Chromium CHROMIUM = Chromium.start();

  private final Visitor visitor = Visitor.open(CHROMIUM.browser(), SERVER.server().uri("/"));
  private final Tab page = visitor.tab();
  private final String email = visitor.signUp();

  @AfterAll
  static void stop() {
    CHROMIUM.close();
    SERVER.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void aNameIsHowThePageGreets() {
    open(0);
    page.type("dialog [name=name]", "Ada");
    page.press("Enter");
    page.see("dialog [role=status]", "Saved.");
    page.screenshot("account-light");
    page.press("Escape");
    page.see(".who-name", "Ada");
    page.see("#welcome h2", "Hello, Ada.");
  }

  @Test
  void whatIsLeftIsShown() {
    visitor.askAndRead("Hello");
    open(1);
    page.see(".measure", "Questions");
    page.see(".panel table", "page");
    page.screenshot("usage-light");
    page.dark(true);
    page.screenshot("usage-dark");
    assertThat(page.barriers()).isEmpty();
  }

  @Test
  void aSecondFactorIsAskedForFromThenOn() {
    open(2);
    page.type("dialog [name=password]", Visitor.PASSWORD);
    page.press("Enter");
    page.see(".secret code");
    page.screenshot("second-factor-light");
    var secret = page.text(".secret code").replace(" ", "");
    page.type("dialog [name=code]", new Authenticator(secret, Clock.systemUTC()).code());
    page.press("Enter");
    page.see(".codes code");
    var recoveryCode = page.text(".codes code");
    page.press("Escape");
    visitor.choose("Sign out");
    page.click("#account .button.primary");
    page.type("dialog [name=email]", email);
    page.type("dialog [name=password]", Visitor.PASSWORD);
    page.press("Enter");
    page.type("dialog [name=code]", recoveryCode);
    page.press("Enter");
    page.see(".who");
  }

  @Test
  void aTokenForAProgramIsShownOnceAndEnded() {
    open(4);
    page.type("dialog [name=name]", "My notes");
    page.press("Enter");
    page.see(".secret code", "par_");
    page.click("dialog .buttons .primary");
    page.see(".rows", "My notes");
    page.click(".rows button");
    page.awaitTrue("!document.querySelector('.rows')");
  }

  @Test
  void sessionsAreSeenAndTheAccountIsDeleted() {
    open(3);
    page.see(".rows", "This one");
    open(6);
    page.see(".panel", "Take it along");
    page.screenshot("data-light");
    page.type(".panel section:last-child [name=password]", Visitor.PASSWORD);
    page.press("Enter");
    page.see("#account .button.primary", "Sign in");
  }

  @Test
  void aKeyOfOnesOwnIsStoredAndDeleted() {
    open(5);
    page.type("dialog [name=api_key]", "sk-of-somebody-at-the-page-0042");
    page.press("Enter");
    page.see(".panel", "A key that ends in 0042");
    page.screenshot("model-key-light");
    page.click(".panel .danger");
    page.seeNo(".panel .danger");
  }

  @Test
  void conversationsAreTakenAlongAndBroughtIn() {
    visitor.askAndRead("Hello");
    open(6);
    page.evaluate(
        """
        URL.createObjectURL = (blob) => {
          blob.text().then((text) => (window.exported = text));
          return '#';
        }""");
    page.click(".panel section:first-child .button");
    page.awaitTrue("window.exported?.endsWith('}')");
    page.evaluate(
        """
        (() => {
          const files = new DataTransfer();
          files.items.add(new File([window.exported], 'parley-export.json'));
          document.querySelector('[name=document]').files = files.files;
        })()""");
    page.click(".panel section:nth-child(2) .button");
    page.see(".panel [role=status]", "1 conversation with 2 messages came in.");
    page.press("Escape");
    page.awaitTrue("document.querySelectorAll('.conversation').length === 2");
  }

  @Test
  void anAnswerIsRatedWithAComment() {
    visitor.askAndRead("Hello");
    page.click(".answer [aria-label='Bad answer']");
    page.type("#comment", "It is no real model.");
    page.screenshot("rating-light");
    page.click("dialog .primary");
    page.see(".answer [aria-label='Bad answer'][aria-pressed=true]");
  }

  private void open(int part) {
    if (page.count("dialog[open]") == 0) {
      visitor.choose("Account");
    }
    page.click("#tab-" + part);
    page.see(".panel[aria-busy=false]");
  }
}
