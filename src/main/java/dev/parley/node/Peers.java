package dev.parley.node;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The other nodes, as far as words go: channels that each node may listen to and speak on. What is
/// said while somebody cannot hear is lost, so whoever listens has another way to find out.
public interface Peers {

  /// Listens to a channel, of which this node hears what it says itself, too.
  ///
  /// @param hear is told what is said, in order, on a thread that must not wait
  /// @return comes when everything that is said from then on is heard; at once where nothing can be
  CompletionStage<?> listen(String channel, Consumer<String> hear);

  /// Listens no more.
  void leave(String channel);

  /// Says something, without waiting.
  ///
  /// @return how many nodes have heard it; fails where nothing can be said
  CompletionStage<Long> say(String channel, String words);

  /// How many nodes listen to a channel. May block for a moment.
  long countListening(String channel);
}
