package dev.parley.retention;

import dev.parley.audit.Pruning;
import dev.parley.conversation.OldConversations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rules, and what they do.
@Component
class Cleaning {

  private static final String CONVERSATIONS = "conversations";
  private static final String RECORD = "audit_segments";

  /// A rule as it is set.
  ///
  /// @param name for programs, such as `guest_sessions`
  /// @param after how long its rows are kept; none: for ever
  /// @param due how many it would delete now; none where nobody counted
  record Outlook(String name, @Nullable Duration after, @Nullable Integer due) {}

  private final Deletion deletion;
  private final OldConversations conversations;
  private final Pruning pruning;
  private final Keep keep;
  private final Clock clock;

  Cleaning(
      Deletion deletion, OldConversations conversations, Pruning pruning, Keep keep, Clock clock) {
    this.deletion = deletion;
    this.conversations = conversations;
    this.pruning = pruning;
    this.keep = keep;
    this.clock = clock;
  }

  /// Deletes what is past its time.
  ///
  /// @return how many of each kind, where there were any
  List<Deleted> clean() {
    var deleted = new ArrayList<Deleted>();
    for (var rule : Rule.values()) {
      rule.age(keep)
          .ifPresent(
              age -> {
                var all = new Stride().all(few -> deletion.deleteFew(rule, age, few));
                deleted.add(new Deleted(rule.word(), all));
              });
    }
    deleted.add(new Deleted(CONVERSATIONS, cleanConversations()));
    deleted.add(new Deleted(RECORD, cleanRecord()));
    deleted.removeIf(one -> one.count() == 0);
    return deleted;
  }

  private int cleanConversations() {
    var now = clock.millis();
    new Stride().all(few -> conversations.takeFew(now, keep.conversations(), few));
    return finishConversations();
  }

  /// Deletes what is left of conversations that are gone.
  ///
  /// @return how many it were
  int finishConversations() {
    new Stride().all(conversations::deleteFewMessages);
    return new Stride().all(conversations::deleteFew);
  }

  private int cleanRecord() {
    var deleted = 0;
    while (!keep.audit().isZero() && pruning.deleteOldest(before(keep.audit()))) {
      deleted++;
    }
    return deleted;
  }

  private long before(Duration age) {
    return clock.instant().minus(age).toEpochMilli();
  }

  /// The rules.
  ///
  /// @param counted whether to count what they would delete now
  List<Outlook> outlook(boolean counted) {
    var rules = new ArrayList<Outlook>();
    for (var rule : Rule.values()) {
      var age = rule.age(keep).orElse(null);
      var due = counted ? (age == null ? 0 : deletion.count(rule, age)) : null;
      rules.add(new Outlook(rule.word(), age, due));
    }
    rules.add(
        new Outlook(
            CONVERSATIONS,
            keep.conversations().isZero() ? null : keep.conversations(),
            counted ? conversations.count(clock.millis(), keep.conversations()) : null));
    rules.add(outlookOnRecord(counted));
    return rules;
  }

  private Outlook outlookOnRecord(boolean counted) {
    if (keep.audit().isZero()) {
      return new Outlook(RECORD, null, counted ? 0 : null);
    }
    var due = counted ? pruning.count(before(keep.audit())) : null;
    return new Outlook(RECORD, keep.audit(), due);
  }
}
