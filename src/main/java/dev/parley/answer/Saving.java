package dev.parley.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// A reader of every answer whose client is the database: at short intervals it saves all text that
/// has come since, of all answers in one transaction, so that a crash loses next to nothing.
@Component
class Saving {

  private static final Logger log = LoggerFactory.getLogger(Saving.class);

  private record Unsaved(LiveAnswer answer, Part part) {}

  private final Answers answers;

  Saving(Answers answers) {
    this.answers = answers;
  }

  @Scheduled(fixedDelayString = "${parley.answer.save-every:900ms}")
  void save() {
    unsaved().forEach(Saving::save);
  }

  private Map<AnswerStore, List<Unsaved>> unsaved() {
    var unsaved = new HashMap<AnswerStore, List<Unsaved>>();
    for (var answer : answers.all()) {
      answer
          .unsaved()
          .ifPresent(
              part ->
                  unsaved
                      .computeIfAbsent(answer.store(), _ -> new ArrayList<>())
                      .add(new Unsaved(answer, part)));
    }
    return unsaved;
  }

  private static void save(AnswerStore store, List<Unsaved> unsaved) {
    try {
      store.save(unsaved.stream().map(Unsaved::part).toList());
      unsaved.forEach(one -> one.answer.saved(one.part));
    } catch (DataAccessException | TransactionException e) {
      log.warn("The text of {} answers could not be saved; it is tried again", unsaved.size(), e);
    }
  }
}
