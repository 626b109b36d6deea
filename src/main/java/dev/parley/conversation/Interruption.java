package dev.parley.conversation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Before the first request: what the last process left unfinished is marked so.
@Component
class Interruption implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(Interruption.class);

  private final StoredAnswers answers;

  Interruption(StoredAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void afterPropertiesSet() {
    var interrupted = answers.interrupt();
    if (interrupted > 0) {
      log.warn(
          "{} answers were being written when the server last ended: they are marked interrupted",
          interrupted);
    }
  }
}
