package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Chromium;
import dev.parley.testing.InChromium;
import dev.parley.testing.PageServer;
import dev.parley.testing.Tab;
import dev.parley.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page to run the server, as an administrator uses it.
@InChromium
class AdminPageIT {

  private static final PageServer SERVER = new PageServer();
  private static final Chromium CHROMIUM = Chromium.start();
  private static final Chromium.Browser BROWSER = CHROMIUM.browser();

  private final Visitor visitor = Visitor.open(BROWSER, SERVER.server().uri("/admin"));
  private final Tab page = visitor.tab();

  /// Somebody asks, somebody complains, and somebody may see all that.
  @BeforeAll
  static void signIn() throws InterruptedException {
    var guest = Visitor.open(CHROMIUM.browser(), SERVER.server().uri("/"));
    guest.askAndRead("Hello");
    var member = Visitor.open(BROWSER, SERVER.server().uri("/"));
    var email = member.signUp();
    member.askAndRead("How do I read a large file in Java?");
    member.tab().click(".answer [aria-label='Bad answer']");
    member.tab().type("#comment", "It forgot to say what UTF-8 is.");
    member.tab().click("dialog .primary");
    member.tab().seeNo("dialog[open]");
    SERVER.appoint(email);
    var administrator = Visitor.open(BROWSER, SERVER.server().uri("/admin"));
    administrator.tab().click("#part .button.primary");
    administrator.signIn(email);
    administrator.tab().see(".tiles");
  }

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
  void isClosedToOthers() {
    var stranger = Visitor.open(CHROMIUM.browser(), SERVER.server().uri("/admin")).tab();
    stranger.see("#part", "for those who run the server");
    assertThat(stranger.count("#parts a")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "usage, Questions by model",
    "accounts, Last used",
    "feedback, It forgot to say what UTF-8 is.",
    "audit, question asked",
    "limits, Each guest session",
    "retention, guest sessions",
    "sessions, Last active",
    "health, All is well."
  })
  void showsEachPart(String part, String text) {
    go(part);
    page.see("#part", text);
    page.screenshot("admin-%s-light".formatted(part));
    assertThat(page.barriers()).isEmpty();
  }

  @Test
  void looksGoodInTheDarkAndOnAPhone() {
    page.dark(true);
    go("usage");
    page.see(".chart rect");
    page.screenshot("admin-usage-dark");
    assertThat(page.barriers()).isEmpty();
    page.size(390, 844);
    page.screenshot("admin-usage-phone");
    assertThat(page.evaluate("document.documentElement.scrollWidth").intValue()).isEqualTo(390);
  }

  @Test
  void suspendsAnAccountAndLetsItInAgain() {
    var other = Visitor.open(CHROMIUM.browser(), SERVER.server().uri("/"));
    var email = other.signUp();
    go("accounts");
    page.type("#find", email);
    page.awaitTrue("document.querySelectorAll('tbody tr').length === 1");
    choose("Suspend…");
    page.click("dialog[open] .danger");
    page.see("tbody .badge.bad", "suspended");
    other.tab().see("#account .button.primary", "Sign in");
    choose("Let in again");
    page.seeNo("tbody .badge.bad");
  }

  @Test
  void findsInTheRecordWhatIsLookedFor() {
    go("audit");
    page.type("#of-kind", "signed_in");
    page.awaitTrue(
        "[...document.querySelectorAll('td strong')].every((e) => e.textContent === 'signed in')");
  }

  @Test
  void verifiesTheRecord() {
    go("audit");
    page.click(".verification button");
    page.see(".verdict", "The record is whole.");
    page.screenshot("admin-verified-light");
    assertThat(page.barriers()).isEmpty();
  }

  @Test
  void setsWhatMayBeAsked() {
    go("limits");
    page.type("[aria-label='Each guest session: questions a day']", "7");
    page.click(".row .primary");
    page.see("[role=status]", "Saved.");
    page.reload();
    page.awaitTrue(
        "document.querySelector(\"[aria-label='Each guest session: questions a day']\").value === '7'");
  }

  private void go(String part) {
    page.see("#parts a");
    page.click("#parts a[href='#%s']".formatted(part));
    page.see("#part[aria-busy=false]");
  }

  private void choose(String entry) {
    page.click("tbody .icon-button");
    page.click(".menu button", entry);
  }
}
