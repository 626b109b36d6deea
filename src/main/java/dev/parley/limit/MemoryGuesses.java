package dev.parley.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Guesses in the memory of this process, by a clock that cannot be set. Where there are too many
/// to remember, those are forgotten that are guessed at least.
@Component
@OnNodes(Nodes.ONE)
final class MemoryGuesses implements Guesses {

  private static final int MOST_KEYS = 200_000;

  private record Key(Limit limit, String key) {}

  private final Cache<Key, Rounds> rounds =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEYS)
          .expireAfter(Expiry.<Key, Rounds>accessing((_, of) -> of.memory()))
          .build();

  @Override
  public Optional<Counts.Verdict> take(Limit limit, Rate rate, String key) {
    var guessed = rounds.get(new Key(limit, key), _ -> new Rounds(rate));
    return Optional.of(guessed.take(System.nanoTime()));
  }

  @Override
  public void giveBack(Limit limit, String key) {
    var guessed = rounds.getIfPresent(new Key(limit, key));
    if (guessed != null) {
      guessed.giveBack(System.nanoTime());
    }
  }
}
