package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Chromium;
import dev.parley.testing.Client;
import dev.parley.testing.InChromium;
import dev.parley.testing.PageServer;
import dev.parley.testing.Tab;
import dev.parley.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the page shows of an account's programs, which give the model functions to call.
@InChromium
class CallsPageIT {

  private static final String TOOLS =
      """
      [{"type":"function","name":"weather","parameters":{"type":"object"}}]\
      """;

  private static final PageServer SERVER = new PageServer(Map.of("PARLEY_MODELS", "*"));
  private static final Chromium CHROMIUM = Chromium.start();

  private final Tab page = Visitor.open(CHROMIUM.browser(), SERVER.server().uri("/")).tab();
  private final Client program =
      SERVER.server().client().signIn(new Visitor(page).signUp(), Visitor.PASSWORD);

  @AfterAll
  static void stop() {
    CHROMIUM.close();
    SERVER.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(page.complaints()).isEmpty();
    assertThat(page.barriers()).isEmpty();
  }

  @Test
  void callsAndWhatTheyGaveStandBesideTheTexts() {
    var first = respond("\"model\":\"two-tools\",\"input\":\"How are Oslo and Rome?\"");
    page.click(".conversation a", "How are Oslo and Rome?");
    page.see(".answer .prose", "Let me look.");
    page.see(".answer .exchange", "Calls weather");
    page.see(".answer .exchange pre", "\"city\": \"Oslo\"");
    assertThat(page.count(".answer .exchange")).isEqualTo(2);

    respond(
        """
        "model":"two-tools","previous_response_id":"%s","input":[
          {"type":"function_call_output","call_id":"call_Oslo","output":"{\\"sky\\":\\"grey\\"}"},
          {"type":"function_call_output","call_id":"call_Rome","output":""}]\
        """
            .formatted(first));
    page.see(".answer:last-child .prose", "They are");
    page.see(".output", "Output of weather");
    page.see(".output pre", "\"sky\": \"grey\"");
    page.see(".output p", "Nothing");
    assertThat(page.count(".message")).isEqualTo(5);
    assertThat(page.count(".output [aria-label='Edit the question']")).isZero();
    page.screenshot("calls-light");
    page.dark(true);
    page.screenshot("calls-dark");
  }

  @Test
  void anAnswerThatOnlyCallsHasNoEmptyBubble() {
    respond("\"model\":\"tools\",\"input\":\"How is Oslo?\"");
    page.click(".conversation a", "How is Oslo?");
    page.see(".answer .exchange", "Calls weather");
    assertThat(page.count(".answer .prose:not([hidden])")).isZero();
  }

  @Test
  void whatAProgramSaysIsData() {
    var input =
        """
        [{"role":"user","content":"Is it safe?"},
         {"type":"function_call","call_id":"c","name":"<img src=x>","arguments":"<img src=x>"},
         {"type":"function_call_output","call_id":"c","output":"<img src=x>"}]\
        """;
    respond("\"model\":\"page\",\"input\":" + input);
    page.click(".conversation a", "Is it safe?");
    page.see(".answer .exchange", "Calls <img src=x>");
    page.see(".output pre", "<img src=x>");
    assertThat(page.count("#thread .exchange img")).isZero();
  }

  /// Asks for a response.
  ///
  /// @return its id
  private String respond(String members) {
    return program
        .post("/v1/responses", "{\"tools\":%s,%s}".formatted(TOOLS, members))
        .expect(200)
        .text("id");
  }
}
