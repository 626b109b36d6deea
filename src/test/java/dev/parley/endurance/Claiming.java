package dev.parley.endurance;

import dev.parley.testing.Client;
import dev.parley.testing.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A guest who asks, and members who claim the session at the same time; all write down what they
/// were told.
final class Claiming {

  private static final int DEVICES = 3;
  private static final int OPERATIONS = 5;

  private final Notes<Ownership.Operation, String> notes = new Notes<>();
  private final String mark = UUID.randomUUID().toString();
  private final Client guest;
  private final List<Client> members;
  private final String session;
  private final long seed;

  /// @param guest nobody
  Claiming(Client guest, List<Client> members, long seed) {
    this.guest = guest;
    this.members = members;
    this.seed = seed;
    session = guest.post("/session/initialize_session", "{}").expect(200).text("session_id");
  }

  List<Done<Ownership.Operation, String>> history() throws InterruptedException {
    Together.run(
        DEVICES,
        device -> {
          var random = new Random(seed + device);
          for (var n = 0; n < OPERATIONS; n++) {
            act(random, "%s d%dq%d".formatted(mark, device, n));
          }
          return device;
        });
    for (var member = 0; member < members.size(); member++) {
      look(member);
    }
    return notes.all();
  }

  private void act(Random random, String question) {
    var member = random.nextInt(members.size());
    switch (random.nextInt(8)) {
      case 0 -> claim(member);
      case 1, 2 -> look(member);
      default -> ask(question);
    }
  }

  private void ask(String question) {
    var said = Map.of("session_id", session, "role", "user", "content", question);
    var began = System.nanoTime();
    var answer = guest.post("/chat/", said);
    var ended = System.nanoTime();
    var isAnswered = answer.status() == 200;
    var told = isAnswered ? Ownership.STARTED : answer.text("code");
    notes.add(new Ownership.Operation.Ask(question), told, began, ended);
    if (isAnswered) {
      notes.add(new Ownership.Operation.End(question), Ownership.COMPLETED, began, ended);
    }
  }

  private void claim(int member) {
    notes.take(
        new Ownership.Operation.Claim(name(member)),
        () -> {
          var answer = members.get(member).post("/session/claim", Map.of("session_id", session));
          return answer.status() == 204 ? Ownership.CLAIMED : answer.text("code");
        });
  }

  private void look(int member) {
    notes.take(
        new Ownership.Operation.Look(name(member)), () -> has(members.get(member)).toString());
  }

  /// What was asked in the session, as a member sees it, and how each answer stands. The
  /// conversation is titled after its first question.
  private Map<String, String> has(Client member) {
    for (var conversation : list(member, "/conversations")) {
      if (conversation.path("title").asString("").startsWith(mark)) {
        var id = conversation.get("id").stringValue();
        return answers(list(member, "/conversations/%s/messages".formatted(id)));
      }
    }
    return Ownership.NOTHING;
  }

  private static Map<String, String> answers(Iterable<JsonNode> messages) {
    var asked = new HashMap<String, String>();
    var answers = new TreeMap<String, String>();
    for (var message : messages) {
      if (message.get("is_user").booleanValue()) {
        asked.put(message.get("id").stringValue(), message.get("content").stringValue());
      } else {
        answers.put(
            String.valueOf(asked.get(message.get("parent_id").stringValue())),
            message.get("status").stringValue());
      }
    }
    return answers;
  }

  private static Iterable<JsonNode> list(Client member, String path) {
    return member.get(path + "?limit=100").expect(200).body().get("data");
  }

  private static String name(int member) {
    return "member " + member;
  }
}
