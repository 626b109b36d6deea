package dev.parley.auth;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Looking at the access token of one request.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AccessTokenBenchmark {

  private static final TokenSettings SETTINGS =
      new TokenSettings(
          new Secret("0123456789abcdef0123456789abcdef"), Duration.ofDays(1), Duration.ofDays(1));

  private AccessTokens tokens;
  private String token;

  @Setup
  public void issue() throws Exception {
    var clock = Clock.systemUTC();
    var nothing = new Revocations(null, event -> {}, clock);
    tokens =
        new AccessTokens(
            new SigningKey(SETTINGS, new DataFolder(Path.of("nowhere"))), SETTINGS, nothing, clock);
    token = tokens.issue(new Caller.Member("user_1", "login_1", Role.USER));
  }

  @Benchmark
  public Object read() {
    return tokens.read(token);
  }
}
