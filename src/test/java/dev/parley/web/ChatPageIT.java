package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Chromium;
import dev.parley.testing.InChromium;
import dev.parley.testing.Keeps;
import dev.parley.testing.PageServer;
import dev.parley.testing.Tab;
import dev.parley.testing.ToxicWire;
import dev.parley.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The page to talk to it, as somebody uses it.
@InChromium
class ChatPageIT {

  private static final String DONE = ".answer:last-child:not(.writing)";
  private static final String WRITING = ".answer.writing";

  /// More pieces than an answer has.
  private static final int ALL = 1_000;

  private static final PageServer SERVER = new PageServer();
  private static final Chromium CHROMIUM = Chromium.start();

  private final Chromium.Browser browser = CHROMIUM.browser();
  private Tab page = open(SERVER.server().uri("/"));

  @AfterAll
  static void stop() {
    CHROMIUM.close();
    SERVER.close();
  }

  @AfterEach
  void nothingWentWrong() {
    SERVER.hold();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void aGuestAsksAtOnceAndTakesTheConversationAlong() {
    page.screenshot("welcome-light");
    ask("How do I read a large file in Java?");
    page.see(DONE);
    page.see(".answer .coloured");
    page.screenshot("guest-light");
    page.click("#account .button:not(.primary)");
    page.see("dialog[open] [name=email]");
    page.screenshot("register-light");
    assertThat(page.barriers()).isEmpty();
    register();
    page.see(".conversation a", "How do I read a large file in Java?");
    page.see(".question", "How do I read a large file in Java?");
    page.see(DONE, "Measure before you make it faster.");
    page.screenshot("chat-light");
    page.dark(true);
    page.screenshot("chat-dark");
    assertThat(page.barriers()).isEmpty();
    page.dark(false);
    assertThat(page.barriers()).isEmpty();
  }

  @Test
  void aGuestWhoReloadsGoesOnAndMayStop() {
    ask("Say it slowly");
    SERVER.release(10);
    page.see(WRITING, "one at a time");
    page.reload();
    page.see(".question", "Say it slowly");
    page.see(WRITING, "one at a time");
    page.click("#stop");
    page.see(".note", "Stopped");
    page.reload();
    page.see(".note", "Stopped");
    page.see(DONE, "one at a time");
    assertThat(page.count(".message")).isEqualTo(2);
    SERVER.release(ALL);
  }

  @Test
  void whoAsksTooOftenGetsTheQuestionBackAndHearsHowLongToWait() {
    for (var i = 1; i <= 5; i++) {
      new Visitor(page).askAndRead("Question " + i);
    }
    page.type("#question", "One too many");
    page.press("Enter");
    page.see("#composer-note", "Try again in");
    page.awaitTrue("document.querySelector('#question').value === 'One too many'");
    assertThat(page.count(".message")).isEqualTo(10);
    page.screenshot("limit-light");
  }

  @Test
  void anAnswerIsWrittenBeforeTheReadersEyes() {
    signUp();
    ask("Say it slowly");
    page.see(".thinking");
    SERVER.release(20);
    page.see(".answer .prose", "Files.lines");
    page.screenshot("streaming-light");
    assertThat(page.count("#stop:not([hidden])")).isEqualTo(1);
    SERVER.release(ALL);
    page.see(DONE, "the documentation");
  }

  @Test
  void aReloadTakesTheAnswerUpWhereItIs() {
    signUp();
    ask("Say it slowly");
    SERVER.release(10);
    page.see(WRITING, "one at a time");
    page.reload();
    page.see(WRITING, "one at a time");
    SERVER.release(ALL);
    page.see(DONE, "the documentation");
    assertThat(page.count(".message")).isEqualTo(2);
  }

  @Test
  void aLostNetworkIsMadeUpFor() throws IOException {
    try (var wire = new ToxicWire(SERVER.server().uri("/").toString())) {
      page = open(URI.create(wire.address()));
      signUp();
      ask("Say it slowly");
      SERVER.release(10);
      page.see(WRITING, "one at a time");
      page.offline(true);
      wire.reset();
      page.see(".note", "connection was lost");
      SERVER.release(ALL);
      page.offline(false);
      page.see(DONE, "the documentation");
      page.see(".answer .prose", "Lines can be read one at a time, so the file");
    }
  }

  @Test
  void stoppingKeepsWhatIsThere() {
    signUp();
    ask("Say it slowly");
    SERVER.release(10);
    page.see(WRITING, "one at a time");
    page.click("#stop");
    page.see(".note", "Stopped");
    page.see(".answer .prose", "one at a time");
    SERVER.release(ALL);
  }

  @Test
  void answersAndQuestionsHaveVersionsToWalkBetween() {
    signUp();
    ask("The first question");
    page.see(DONE);
    page.click(".answer [aria-label='Answer again']");
    page.see(".answer .siblings", "2 / 2");
    page.see(DONE);
    page.click(".question [aria-label='Edit the question']");
    page.type(".edit", "The second question");
    page.press("Enter");
    page.see(".question .siblings", "2 / 2");
    page.see(DONE);
    page.screenshot("versions-light");
    page.click(".question [aria-label='Previous version']");
    page.see(".question .prose", "The first question");
    page.see(".answer .siblings", "2 / 2");
  }

  @Test
  void aSecondWindowFollows() {
    signUp();
    ask("Hello");
    page.see(DONE);
    var second =
        browser.open(SERVER.server().uri("/" + page.evaluate("location.hash").stringValue()));
    second.see(DONE);
    ask("Say it slowly");
    second.see(".question .prose", "Say it slowly");
    SERVER.release(10);
    second.see(WRITING, "one at a time");
    SERVER.release(ALL);
    second.see(DONE, "the documentation");
    page.see(DONE, "the documentation");
    assertThat(second.count(".message")).isEqualTo(4);
    assertThat(second.complaints()).isEmpty();
  }

  @Test
  void conversationsAreFoundRenamedArchivedAndDeleted() {
    signUp();
    ask("About rivers");
    page.see(DONE);
    page.click("#new");
    ask("About mountains");
    page.see(".conversation a", "About mountains");
    page.type("#search", "rivers");
    page.see(".conversation a", "About rivers");
    page.seeNo(".conversation a[href]:not([href='" + hashOf("About rivers") + "'])");
    page.type("#search", "");
    page.evaluate("document.querySelector('#search').value = ''");
    page.evaluate("document.querySelector('#search').dispatchEvent(new Event('input'))");
    page.see(".conversation a", "About mountains");
    menu("About rivers", "Rename");
    page.type(".rename", "The Danube");
    page.press("Enter");
    page.see(".conversation a", "The Danube");
    menu("The Danube", "Archive");
    page.awaitTrue("!document.querySelector('#conversations').textContent.includes('Danube')");
    page.click("#archive");
    page.see(".conversation a", "The Danube");
    menu("The Danube", "Delete");
    page.see("dialog[open]", "gone for good");
    page.click("dialog[open] .danger");
    page.see("#no-conversations", "Nothing is archived.");
  }

  @Keeps("markup.page")
  @Test
  void textIsDataWhateverItSays() {
    signUp();
    ask("<img src=x onerror=\"document.title = 'broken into'\">");
    page.see(DONE, "stands here as text");
    assertThat(page.count("#thread img")).isZero();
    assertThat(page.text(".question .prose")).startsWith("<img src=x");
    assertThat(page.evaluate("document.title").stringValue()).isNotEqualTo("broken into");
    assertThat(
            page.evaluate("[...document.querySelectorAll('#thread a')].map((a) => a.href)")
                .toString())
        .doesNotContain("javascript:");
    assertThat(page.evaluate("document.querySelector('#thread a[href]').rel").stringValue())
        .contains("noopener", "noreferrer");
  }

  @Test
  void noTokenIsWhereAScriptFindsItAgain() {
    signUp();
    assertThat(page.evaluate("document.cookie").stringValue()).isEmpty();
    assertThat(page.evaluate("JSON.stringify([localStorage, sessionStorage])").stringValue())
        .doesNotContain("ey", "ref_", "sess_");
    page.reload();
    page.see(".who");
    new Visitor(page).choose("Sign out");
    page.see("#account .button.primary", "Sign in");
    page.reload();
    page.see("#account .button.primary", "Sign in");
  }

  @Test
  void fitsAPhone() {
    page.size(390, 844);
    page.screenshot("welcome-phone");
    page.click("#menu");
    page.see("#account .button.primary");
    page.screenshot("side-phone");
    page.click("#account .button:not(.primary)");
    register();
    ask("How do I read a large file in Java?");
    page.see(DONE);
    page.see(".answer .coloured");
    page.screenshot("chat-phone");
    page.dark(true);
    page.screenshot("chat-phone-dark");
    assertThat(page.evaluate("document.documentElement.scrollWidth").intValue()).isEqualTo(390);
  }

  private Tab open(URI address) {
    return Visitor.open(browser, address).tab();
  }

  private void signUp() {
    new Visitor(page).signUp();
    page.see("#welcome");
  }

  private void register() {
    new Visitor(page).register();
  }

  private void ask(String text) {
    new Visitor(page).ask(text);
  }

  private String hashOf(String title) {
    return page.evaluate(
            "[...document.querySelectorAll('.conversation a')].find((a) => a.textContent === '%s').hash"
                .formatted(title))
        .stringValue();
  }

  private void menu(String title, String entry) {
    page.awaitTrue(
        """
        (() => {
          const row = [...document.querySelectorAll('.conversation')].find((r) => r.textContent.includes('%s'));
          row.querySelector('button').click();
          [...document.querySelectorAll('.menu button')].find((b) => b.textContent.startsWith('%s')).click();
          return true;
        })()"""
            .formatted(title, entry));
  }
}
