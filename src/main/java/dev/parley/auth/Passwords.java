package dev.parley.auth;

import dev.parley.platform.Secret;
import dev.parley.web.ServerBusy;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id at OWASP's parameters (19 MiB, 2 passes, 1 lane), which stand in
/// each hash. No more are hashed at once than there are cores, so neither memory nor other calls
/// suffer when many sign in.
@Component
public final class Passwords implements AutoCloseable {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  /// As many as one core hashes in about two seconds: who would wait longer is refused at once.
  private static final int QUEUE_FOR_A_CORE = 50;

  /// Well-formed, and the hash of nothing that anybody knows.
  private static final String NOBODYS_HASH =
      "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(MEMORY_KIB, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final ThreadPoolExecutor pool = pool(Runtime.getRuntime().availableProcessors());

  /// A new hash of the password, with a salt of its own.
  ///
  /// @throws ServerBusy where too many wait already
  public String hash(Secret password) {
    return run(() -> String.valueOf(argon2.encode(password.reveal())));
  }

  /// Whether the password is the one of the hash. It takes the same time where there is no hash.
  ///
  /// @throws ServerBusy where too many wait already
  public boolean matches(Secret password, @Nullable String hash) {
    return run(
        () ->
            argon2.matches(password.reveal(), hash == null ? NOBODYS_HASH : hash) && hash != null);
  }

  /// Whether a hash was made with weaker parameters than today's.
  boolean isOutdated(String hash) {
    return argon2.upgradeEncoding(hash);
  }

  /// How many have been hashed since the start, to be kept or to be compared.
  long hashed() {
    return pool.getCompletedTaskCount();
  }

  /// How many wait to be hashed.
  int waiting() {
    return pool.getQueue().size();
  }

  private <T> T run(Callable<T> work) {
    var task = new FutureTask<>(work);
    try {
      pool.execute(task);
      return task.get();
    } catch (RejectedExecutionException _) {
      throw tooMany();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw tooMany();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password cannot be hashed", e.getCause());
    }
  }

  private static ServerBusy tooMany() {
    return new ServerBusy("Too many people sign in at once.", 2);
  }

  private static ThreadPoolExecutor pool(int threads) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(threads * QUEUE_FOR_A_CORE),
        Thread.ofPlatform().name("password-", 0).daemon().factory());
  }

  private static String zeros(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
