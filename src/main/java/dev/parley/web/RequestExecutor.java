package dev.parley.web;

import org.springframework.core.task.AsyncTaskExecutor;

/// One virtual thread for each request. The framework hands over twice: to find the arguments of a
/// controller's method, and to call it. Where no body had to be waited for in between, the call
/// goes on on the same thread.
final class RequestExecutor implements AsyncTaskExecutor {

  @Override
  public void execute(Runnable task) {
    if (Thread.currentThread().isVirtual()) {
      task.run();
    } else {
      Thread.startVirtualThread(task);
    }
  }
}
