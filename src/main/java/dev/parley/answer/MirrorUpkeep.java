package dev.parley.answer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Asks the nodes again and again for their answers that are read here. An answer whose node is not
/// heard grows by what that node saves, and ends as the database says.
@Component
class MirrorUpkeep {

  private static final Logger log = LoggerFactory.getLogger(MirrorUpkeep.class);

  /// How long a mirror stays that nobody reads yet, or any more.
  private static final Duration GRACE = Duration.ofSeconds(15);

  /// After which a node counts as not heard; it is asked more often.
  private static final Duration SILENCE = Duration.ofSeconds(3);

  /// Up to which row it was read what a node has saved.
  private final Map<String, Long> read = new HashMap<>();

  private final AtomicBoolean busy = new AtomicBoolean();
  private final Mirrors mirrors;
  private final SavedText saved;

  MirrorUpkeep(Mirrors mirrors, SavedText saved) {
    this.mirrors = mirrors;
    this.saved = saved;
  }

  @Scheduled(fixedRateString = "PT1S")
  void run() {
    if (busy.compareAndSet(false, true)) {
      try {
        mirrors.all().removeIf(mirror -> mirror.isUnread(GRACE));
        byNode(mirrors.all().stream().toList()).forEach(this::ask);
        readSaved(mirrors.all().stream().filter(mirror -> mirror.isSilentFor(SILENCE)).toList());
      } catch (DataAccessException e) {
        log.debug("What other nodes have saved is read again", e);
      } finally {
        busy.set(false);
      }
    }
  }

  private void ask(String nodeId, List<Mirror> asked) {
    mirrors.ask(
        nodeId,
        asked.stream()
            .map(Mirror::copy)
            .collect(Collectors.toMap(LiveAnswer::id, LiveAnswer::length)));
  }

  private void readSaved(List<Mirror> silent) {
    var nodes = byNode(silent);
    read.keySet().retainAll(nodes.keySet());
    nodes.forEach(
        (nodeId, of) -> {
          // One that is new here lacks what was read for the others before.
          var from = of.stream().allMatch(Mirror::readsSaved) ? read.getOrDefault(nodeId, 0L) : 0L;
          of.forEach(Mirror::readSaved);
          var since = saved.since(nodeId, from);
          read.put(nodeId, since.n());
          since.parts().forEach(this::take);
        });
    silent.forEach(mirrors::look);
  }

  private void take(Part part) {
    mirrors.mirror(part.answerId()).ifPresent(mirror -> mirror.take(part.from(), part.text()));
  }

  private static Map<String, List<Mirror>> byNode(List<Mirror> mirrors) {
    return mirrors.stream().collect(Collectors.groupingBy(Mirror::nodeId));
  }
}
