package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.node.ThisNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Compares the answers that this node writes with those that the database takes it to write. What
/// was ended or deleted by way of another node ends here. What nobody writes, because its end could
/// not be stored, or nobody heard that its question was, is marked interrupted: else its
/// conversation would be busy for ever.
@Component
class Inspection {

  private static final Logger log = LoggerFactory.getLogger(Inspection.class);

  private final StoredAnswers stored;
  private final SavedParts parts;
  private final Answers answers;
  private final ThisNode node;

  /// Those that were not written here any more when it was looked last.
  private Set<StoredAnswers.Unfinished> left = Set.of();

  Inspection(StoredAnswers stored, SavedParts parts, Answers answers, ThisNode node) {
    this.stored = stored;
    this.parts = parts;
    this.answers = answers;
    this.node = node;
  }

  @Scheduled(fixedRateString = "PT2S")
  synchronized void look() {
    try {
      // Asked for first: what is begun in between is in the database already.
      var written = answers.stored();
      var known = stored.writtenBy(node.id());
      endWhatIsNot(known, written);
      interruptWhatIsLeft(known);
    } catch (DataAccessException e) {
      log.debug("The answers of this node are looked at again", e);
    }
  }

  private void endWhatIsNot(List<StoredAnswers.Unfinished> known, Set<String> written) {
    var ended = new HashSet<>(written);
    known.forEach(one -> ended.remove(one.id()));
    answers.endAsStored(ended);
  }

  /// Only what is left twice in a row: in between it was neither begun nor being stored.
  private void interruptWhatIsLeft(List<StoredAnswers.Unfinished> known) {
    answers.forgetKept(ids(known));
    var still = new HashSet<>(known);
    still.removeIf(one -> answers.find(one.id()).isPresent());
    var twice = still.stream().filter(left::contains).toList();
    if (!twice.isEmpty()) {
      var texts = parts.read(ids(twice), node.id());
      texts.putAll(answers.unkept());
      stored.interrupt(twice, texts);
    }
    left = still;
  }

  private static Set<String> ids(List<StoredAnswers.Unfinished> some) {
    return some.stream().map(StoredAnswers.Unfinished::id).collect(Collectors.toSet());
  }
}
