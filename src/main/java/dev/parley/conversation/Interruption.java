package dev.parley.conversation;

import dev.parley.node.LeaseLost;
import dev.parley.node.NodeDied;
import dev.parley.node.ThisNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Marks the answers that nobody goes on writing: before the first request what the last process
/// left unfinished, and from then on what nodes leave that die.
@Component
class Interruption implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(Interruption.class);
  private static final int FEW = 100;

  private final StoredAnswers answers;
  private final SavedParts parts;
  private final ThisNode node;

  Interruption(StoredAnswers answers, SavedParts parts, ThisNode node) {
    this.answers = answers;
    this.parts = parts;
    this.node = node;
  }

  @Override
  public void afterPropertiesSet() {
    var left = answers.leftBehind(node.isAlone());
    interrupt(left, parts.read(ids(left)), "the server last ended");
    if (node.isAlone()) {
      parts.forgetAll();
    } else {
      parts.forgetLeftBehind();
    }
  }

  @EventListener
  void hear(NodeDied died) {
    var left = answers.writtenBy(died.nodeId());
    interrupt(left, parts.read(ids(left), died.nodeId()), died.nodeId() + " died");
    parts.forget(died.nodeId());
  }

  /// What this node saved while it stood still came too late for whoever cleared away.
  @EventListener
  void hear(LeaseLost lost) {
    parts.forget(lost.nodeId());
  }

  private static Set<String> ids(List<StoredAnswers.Unfinished> left) {
    return left.stream().map(StoredAnswers.Unfinished::id).collect(Collectors.toSet());
  }

  private void interrupt(
      List<StoredAnswers.Unfinished> left, Map<String, String> texts, String when) {
    for (var from = 0; from < left.size(); from += FEW) {
      answers.interrupt(left.subList(from, Math.min(left.size(), from + FEW)), texts);
    }
    if (!left.isEmpty()) {
      log.warn(
          "{} answers were being written when {}: they are marked interrupted", left.size(), when);
    }
  }
}
