package dev.parley.node;

import dev.parley.platform.AlikeEverywhere;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells where a node has something that all must have alike, and has it otherwise. It goes on all
/// the same: while keys are changed, nodes have different ones for a while.
@Component
class Likeness {

  private static final Logger log = LoggerFactory.getLogger(Likeness.class);

  private final List<AlikeEverywhere> all;

  Likeness(List<AlikeEverywhere> all) {
    this.all = all;
  }

  /// This node's, with blanks between them.
  String marks() {
    return all.stream().map(AlikeEverywhere::mark).collect(Collectors.joining(" "));
  }

  void compareWith(List<NodeRows.Row> others) {
    for (var other : others) {
      if (other.marks() != null && !other.dead()) {
        var theirs = Set.of(other.marks().split(" "));
        all.stream()
            .filter(one -> !theirs.contains(one.mark()))
            .forEach(
                one ->
                    log.error(
                        "{} differs from that of {}. {}", one.what(), other.id(), one.remedy()));
      }
    }
  }
}
