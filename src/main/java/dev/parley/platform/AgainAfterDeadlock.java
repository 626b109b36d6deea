package dev.parley.platform;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Runs a transaction anew that the database has undone because it and another waited for one
/// another. It stands around the outermost transaction, of which nothing is left by then.
final class AgainAfterDeadlock implements MethodInterceptor {

  private static final int ATTEMPTS = 5;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return call.proceed();
    }
    for (var attempt = 1; ; attempt++) {
      try {
        return ((ProxyMethodInvocation) call).invocableClone().proceed();
      } catch (Deadlock deadlock) {
        if (attempt == ATTEMPTS) {
          throw deadlock;
        }
        // Of different length, so that the two do not meet again.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * PAUSE_NANOS));
      }
    }
  }
}
