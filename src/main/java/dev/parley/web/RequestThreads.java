package dev.parley.web;

import dev.parley.platform.Errand;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import reactor.core.CoreSubscriber;
import reactor.core.scheduler.Schedulers;

/// Has the virtual threads on which controllers run know the request that they run for.
///
/// The id of a request is in the context of what answers it; whatever hands its work over to
/// another thread carries it along. Reactor's own way of doing so looks at every operator of every
/// stream, this one at what changes threads, of which a stream of an answer has nothing.
@Component
final class RequestThreads implements InitializingBean {

  static final String KEY = "request";

  @Override
  public void afterPropertiesSet() {
    Schedulers.onScheduleHook(KEY, RequestThreads::bound);
  }

  private static Runnable bound(Runnable task) {
    if (!(task instanceof CoreSubscriber<?> step)) {
      return task;
    }
    var errand = step.currentContext().getOrDefault(KEY, Errand.NONE);
    return errand == null || errand.id().isEmpty() ? task : () -> errand.run(task);
  }
}
