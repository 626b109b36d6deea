package dev.parley.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Counting one request: always of the same account, and of one account after another.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LimitBenchmark {

  private static final Rate RATE = new Rate(1_000_000_000, Duration.ofMinutes(1));
  private static final int ACCOUNTS = 10_000;

  private final MemoryCounts counts = new MemoryCounts();
  private final String[] accounts = new String[ACCOUNTS];
  private int next;

  public LimitBenchmark() {
    Arrays.setAll(accounts, i -> "user_" + i);
  }

  @Benchmark
  public Object ofOneAccount() {
    return counts.take(Limit.ACCOUNT_QUESTIONS, RATE, accounts[0]);
  }

  @Benchmark
  public Object ofManyAccounts() {
    next = (next + 1) % ACCOUNTS;
    return counts.take(Limit.ACCOUNT_QUESTIONS, RATE, accounts[next]);
  }
}
