package dev.parley.answer;

import dev.parley.node.Peers;
import dev.parley.node.ThisNode;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// How nodes talk about answers: to one of them, to all, and to those on which somebody listens to
/// an account.
@Component
class Intercom {

  private static final String ALL = "nodes";

  private final Peers peers;
  private final ThisNode self;
  private final WordNotation notation;

  Intercom(Peers peers, ThisNode self, WordNotation notation) {
    this.peers = peers;
    this.self = self;
    this.notation = notation;
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
    return peers.say(inbox(nodeId), notation.write(word));
  }

  void tellAll(Word word) {
    var _ = peers.say(ALL, notation.write(word));
  }

  void tellListening(String ownerId, Word word) {
    var _ = peers.say(owner(ownerId), notation.write(word));
  }

  /// How many nodes listen to an account, this one included. May block for a moment.
  long countListening(String ownerId) {
    return peers.countListening(owner(ownerId));
  }

  /// Hears what is said to this node, and to all.
  void listen(Consumer<Word> hear) {
    var _ = peers.listen(inbox(self.id()), words -> notation.read(words).ifPresent(hear));
    var _ = peers.listen(ALL, words -> notation.read(words).ifPresent(hear));
  }

  /// Hears what is said of an account.
  CompletionStage<?> listenTo(String ownerId, Consumer<Word> hear) {
    return peers.listen(owner(ownerId), words -> notation.read(words).ifPresent(hear));
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
}
