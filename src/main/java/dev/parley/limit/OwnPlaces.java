package dev.parley.limit;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Places on this node.
@Component
@OnNodes(Nodes.ONE)
final class OwnPlaces implements AccountPlaces {

  private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

  @Override
  public @Nullable Runnable take(String key, int most) {
    if (taken.merge(key, 1, Integer::sum) > most) {
      giveBack(key);
      return null;
    }
    return () -> giveBack(key);
  }

  private void giveBack(String key) {
    taken.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }
}
