package dev.parley.answer;

import dev.parley.node.Peers;
import dev.parley.node.ThisNode;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How nodes talk about answers: to one of them, to all, and to those on which somebody listens to
/// an account. A word goes as the name of its kind, a line's end, and JSON.
@Component
class Intercom {

  private static final String ALL = "nodes";
  private static final Map<String, Class<? extends Word>> KINDS =
      Stream.of(
              Word.Follow.class,
              Word.Grown.class,
              Word.Stop.class,
              Word.Ask.class,
              Word.Answering.class,
              Word.Happened.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final Peers peers;
  private final ThisNode self;
  private final JsonMapper json;

  Intercom(Peers peers, ThisNode self, JsonMapper json) {
    this.peers = peers;
    this.self = self;
    this.json = json;
  }

  boolean hasOthers() {
    return !self.isAlone();
  }

  /// This node, as the others know it.
  String self() {
    return self.id();
  }

  /// Says something to one node.
  ///
  /// @return how many have heard it, one or none; fails where nothing can be said
  CompletionStage<Long> tell(String nodeId, Word word) {
    return peers.say(inbox(nodeId), write(word));
  }

  void tellAll(Word word) {
    var _ = peers.say(ALL, write(word));
  }

  void tellListening(String ownerId, Word word) {
    var _ = peers.say(owner(ownerId), write(word));
  }

  /// How many nodes listen to an account, this one included. May block for a moment.
  long countListening(String ownerId) {
    return peers.countListening(owner(ownerId));
  }

  /// Hears what is said to this node, and to all.
  void listen(Consumer<Word> hear) {
    var _ = peers.listen(inbox(self.id()), words -> hear.accept(read(words)));
    var _ = peers.listen(ALL, words -> hear.accept(read(words)));
  }

  /// Hears what is said of an account.
  CompletionStage<?> listenTo(String ownerId, Consumer<Word> hear) {
    return peers.listen(owner(ownerId), words -> hear.accept(read(words)));
  }

  void leave(String ownerId) {
    peers.leave(owner(ownerId));
  }

  private static String inbox(String nodeId) {
    return "node:" + nodeId;
  }

  private static String owner(String ownerId) {
    return "owner:" + ownerId;
  }

  private String write(Word word) {
    return word.getClass().getSimpleName() + "\n" + json.writeValueAsString(word);
  }

  private Word read(String words) {
    var parts = words.split("\n", 2);
    var kind = KINDS.get(parts[0]);
    if (kind == null) {
      throw new IllegalArgumentException("no such word: " + parts[0]);
    }
    return json.readValue(parts[1], kind);
  }
}
