package dev.parley.answer;

import dev.parley.node.LeaseLost;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where this node hears what the others say to it. What comes often is done where it is heard;
/// what may wait goes to a thread of its own.
@Component
class Inbox implements InitializingBean, DisposableBean {

  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
  private final Intercom intercom;
  private final Followers followers;
  private final Mirrors mirrors;
  private final Feed feed;
  private final Answers answers;

  Inbox(Intercom intercom, Followers followers, Mirrors mirrors, Feed feed, Answers answers) {
    this.intercom = intercom;
    this.followers = followers;
    this.mirrors = mirrors;
    this.feed = feed;
    this.answers = answers;
  }

  @Override
  public void afterPropertiesSet() {
    listen();
  }

  /// From then on this node has another name.
  @EventListener(LeaseLost.class)
  void listen() {
    if (intercom.hasOthers()) {
      intercom.listen(this::hear);
    }
  }

  private void hear(Word word) {
    switch (word) {
      case Word.Grown grown -> mirrors.hear(grown);
      case Word.Follow follow -> waiting.execute(() -> followers.hear(follow));
      case Word.Stop stop -> waiting.execute(() -> answers.stop(stop.answerId()));
      case Word.Ask ask -> waiting.execute(() -> followers.hear(ask));
      case Word.Answering answering -> feed.hear(answering);
      case Word.Happened happened -> feed.hear(happened);
    }
  }

  @Override
  public void destroy() {
    waiting.shutdownNow();
  }
}
