package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// There is nobody else.
@Component
@OnNodes(Nodes.ONE)
final class NoPeers implements Peers {

  @Override
  public CompletionStage<?> listen(String channel, Consumer<String> hear) {
    return CompletableFuture.completedStage("nothing will be said");
  }

  @Override
  public void leave(String channel) {
    // Nobody listens.
  }

  @Override
  public CompletionStage<Long> say(String channel, String words) {
    return CompletableFuture.completedStage(0L);
  }

  @Override
  public long countListening(String channel) {
    return 0;
  }
}
