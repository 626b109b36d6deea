package dev.parley.conversation;

import dev.parley.answer.Ending;
import dev.parley.answer.Standing;
import dev.parley.answer.Standings;
import dev.parley.answer.Topic;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How answers stand among the messages.
@Component
class StoredStandings implements Standings {

  private final StoredAnswers answers;
  private final SavedParts parts;

  StoredStandings(StoredAnswers answers, SavedParts parts) {
    this.answers = answers;
    this.parts = parts;
  }

  @Override
  public Standing find(String answerId) {
    return answers
        .find(answerId)
        .<Standing>map(StoredStandings::standing)
        .orElseGet(Standing.Deleted::new);
  }

  @Override
  public void stop(String answerId, Topic topic, String nodeId) {
    var text = parts.read(Set.of(answerId), nodeId).getOrDefault(answerId, "");
    answers.finish(answerId, topic, Ending.stopped(text));
  }

  private static Standing standing(StoredAnswers.Row row) {
    var message = row.message();
    return message.isInProgress()
        ? new Standing.Writing(String.valueOf(row.nodeId()))
        : new Standing.Ended(message.content(), PastEnd.of(message));
  }
}
