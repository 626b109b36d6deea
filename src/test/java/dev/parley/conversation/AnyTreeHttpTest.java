package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Grows trees at random, the same ones every time, beside a plain picture of what they should be.
class AnyTreeHttpTest {

  private static final int STEPS = 30;
  private static final Client MEMBER = TestServer.shared().member();

  private final Talk talk = Talk.start(MEMBER);

  /// The parent of each message, in the order of creation.
  private final Map<String, @Nullable String> parents = new LinkedHashMap<>();

  private final List<String> questions = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void growsAsItIsAskedTo(int seed) {
    var random = new Random(seed);
    for (var step = 0; step < STEPS; step++) {
      var last = answers.isEmpty() ? null : answers.getLast();
      switch (answers.isEmpty() ? 0 : random.nextInt(5)) {
        case 0 -> asked(talk.ask("Q" + step), last);
        case 1 -> asked(talk.askFirst("Q" + step), null);
        case 2 -> again(talk.regenerate(any(questions, random)));
        case 3 -> again(talk.regenerate(any(answers, random)));
        default -> {
          var parent = any(answers, random);
          asked(talk.askAfter(parent, "Q" + step), parent);
        }
      }
      assertThat(Talk.ids(talk.branch())).isEqualTo(lineTo(answers.getLast()));
    }
    assertThat(parentsOf(talk.all())).isEqualTo(parents);
    assertThat(talk.conversation().get("message_count").intValue()).isEqualTo(parents.size());
  }

  private void asked(Talk.Exchange exchange, @Nullable String parent) {
    parents.put(exchange.questionId(), parent);
    questions.add(exchange.questionId());
    again(exchange);
  }

  private void again(Talk.Exchange exchange) {
    parents.put(exchange.answerId(), exchange.questionId());
    answers.add(exchange.answerId());
  }

  private List<String> lineTo(String id) {
    var line = new ArrayList<String>();
    for (@Nullable String at = id; at != null; at = parents.get(at)) {
      line.addFirst(at);
    }
    return line;
  }

  private static Map<String, @Nullable String> parentsOf(List<JsonNode> messages) {
    var parents = new LinkedHashMap<String, @Nullable String>();
    for (var message : messages) {
      var parent = message.get("parent_id");
      parents.put(message.get("id").stringValue(), parent.isNull() ? null : parent.stringValue());
    }
    return parents;
  }

  private static String any(List<String> ids, Random random) {
    return ids.get(random.nextInt(ids.size()));
  }
}
