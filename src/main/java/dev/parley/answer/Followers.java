package dev.parley.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The nodes that read answers of this one. An answer that nobody reads elsewhere has no follower,
/// and costs nothing here.
@Component
class Followers implements DisposableBean {

  /// How long a node is told after it has last asked.
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final ConcurrentMap<String, Dispatch> nodes = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Answers answers;
  private final Intercom intercom;
  private final Feed feed;

  Followers(Answers answers, Intercom intercom, Feed feed) {
    this.answers = answers;
    this.intercom = intercom;
    this.feed = feed;
  }

  /// What is not written here any more, the database has.
  void hear(Word.Follow follow) {
    var ended = new ArrayList<Word.Piece>();
    follow
        .offsets()
        .forEach(
            (id, offset) ->
                answers
                    .find(id)
                    .ifPresentOrElse(
                        answer -> dispatch(follow.node()).follow(answer, offset),
                        () -> ended.add(new Word.Piece(id, offset, "", true))));
    if (!ended.isEmpty()) {
      var _ = intercom.tell(follow.node(), new Word.Grown(ended));
    }
  }

  void hear(Word.Ask ask) {
    if (!ask.node().equals(intercom.self())) {
      answers
          .toQuestions(ask.ownerId())
          .forEach(answer -> intercom.tell(ask.node(), answering(answer)));
    }
  }

  private Word.Answering answering(LiveAnswer answer) {
    return feed.answering(answer, Objects.requireNonNull(answer.started()));
  }

  private Dispatch dispatch(String nodeId) {
    return nodes.computeIfAbsent(nodeId, id -> new Dispatch(id, intercom, threads));
  }

  @Scheduled(fixedRateString = "PT5S")
  void tidy() {
    nodes.values().removeIf(dispatch -> !dispatch.keep(FRESH));
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
