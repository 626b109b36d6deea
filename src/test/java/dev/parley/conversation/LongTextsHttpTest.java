package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Texts of which not many can be held at once: a page ends where it has enough of them.
@Contract
class LongTextsHttpTest {

  private static final String TIME = "2026-01-02T03:04:05.678Z";
  private static final int EXCHANGES = 4;

  /// Just too long to be read with all others, and of few tokens.
  private static final String LONGISH = "Because." + " ".repeat(65_536) + "That is why.";

  private final Client member = TestServer.shared().member();

  @ParameterizedTest
  @ValueSource(strings = {"", "&branch=all"})
  void comeInPagesWithFewerMessages(String branch) {
    var texts = texts();
    var path = "/conversations/%s/messages?limit=100%s".formatted(imported(texts), branch);
    var pages = new ArrayList<JsonNode>(List.of(page(path)));
    while (pages.getLast().get("has_more").booleanValue()) {
      var cursor = pages.getLast().get("next_cursor").stringValue();
      pages.add(page(path + "&cursor=" + cursor));
    }

    assertThat(pages).hasSizeBetween(2, EXCHANGES);
    assertThat(pages.stream().flatMap(page -> contents(page).stream())).isEqualTo(texts);
  }

  @Test
  void comeAsItemsInPagesWithFewerOfThem() {
    var texts = texts();
    var path = "/v1/conversations/%s/items?order=asc&limit=100".formatted(imported(texts));
    var pages = new ArrayList<JsonNode>(List.of(page(path)));
    while (pages.getLast().get("has_more").booleanValue()) {
      pages.add(page(path + "&after=" + pages.getLast().get("last_id").stringValue()));
    }

    assertThat(pages).hasSizeBetween(2, 2 * EXCHANGES);
    assertThat(
            pages.stream()
                .flatMap(page -> page.get("data").valueStream())
                .map(item -> item.at("/content/0/text").stringValue()))
        .isEqualTo(texts);
  }

  @Test
  void goToTheModelWhereTheyFit() {
    var talk = new Talk(member, imported(List.of("Why?", LONGISH)));
    assertThat(Talk.told(talk.askEcho("And?")))
        .containsExactly("user: Why?", "assistant: " + LONGISH, "user: And?");
  }

  /// Short questions, each with a long answer.
  private static List<String> texts() {
    return IntStream.range(0, EXCHANGES)
        .boxed()
        .flatMap(n -> Stream.of("Why " + n, ("Because " + n + ". ").repeat(40_000)))
        .toList();
  }

  /// The id of a conversation in which that was said.
  private String imported(List<String> texts) {
    var messages = new ArrayList<Map<String, String>>();
    for (var n = 0; n < texts.size(); n++) {
      var message = Map.of("id", "m" + n, "content", texts.get(n), "created_at", TIME);
      messages.add(new TreeMap<>(message));
      messages.getLast().put("role", n % 2 == 0 ? "user" : "assistant");
      messages.getLast().put("status", "completed");
      if (n > 0) {
        messages.getLast().put("parent_id", "m" + (n - 1));
      }
    }
    var conversation =
        Map.of(
            "id",
            "any",
            "kind",
            "chat",
            "title",
            "Long",
            "model",
            "echo",
            "created_at",
            TIME,
            "updated_at",
            TIME,
            "messages",
            messages);
    var document =
        Map.of("format", "parley-export", "version", 1, "conversations", List.of(conversation));
    member.post("/account/import", document).expect(201);
    return page("/conversations").at("/data/0/id").stringValue();
  }

  private JsonNode page(String path) {
    return member.get(path).expect(200).body();
  }

  private static List<String> contents(JsonNode page) {
    return page.get("data").valueStream().map(one -> one.get("content").stringValue()).toList();
  }
}
