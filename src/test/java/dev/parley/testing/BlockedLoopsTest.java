package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.scheduler.Schedulers;

/// Each way to wait is noticed on a thread that must not, and on no other.
class BlockedLoopsTest {

  private static final Path FILE = Path.of("pom.xml");

  static Stream<Arguments> waysToWait() {
    return Stream.of(
        argumentSet("sleep", call(BlockedLoopsTest::sleep)),
        argumentSet("wait for a latch", call(BlockedLoopsTest::awaitLatch)),
        argumentSet("wait for a future", call(BlockedLoopsTest::joinFuture)),
        argumentSet("wait for a thread", call(BlockedLoopsTest::joinThread)),
        argumentSet("read a file", call(() -> Files.readString(FILE))),
        argumentSet("read a channel", call(() -> Files.readAllBytes(FILE))),
        argumentSet("connect", call(BlockedLoopsTest::connect)),
        argumentSet("ask SQLite", call(BlockedLoopsTest::askSqlite)));
  }

  @ParameterizedTest
  @MethodSource("waysToWait")
  void noticesOnAnEventLoop(Callable<Object> wait) throws Exception {
    run(wait, eventLoop());

    assertThat(BlockedLoops.take()).isNotEmpty().allSatisfy(this::namesItsThread);
  }

  @ParameterizedTest
  @MethodSource("waysToWait")
  void noticesOnAReactorThread(Callable<Object> wait) throws Exception {
    run(wait, work -> Schedulers.parallel().schedule(work));

    assertThat(BlockedLoops.take()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("waysToWait")
  void letsVirtualThreadsWait(Callable<Object> wait) throws Exception {
    try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      run(wait, virtual);
    }

    assertThat(BlockedLoops.take()).isEmpty();
  }

  @Test
  void letsAnEventLoopWork() throws Exception {
    run(() -> "work".repeat(100), eventLoop());

    assertThat(BlockedLoops.take()).isEmpty();
  }

  /// One of those that serve every connection.
  private static Executor eventLoop() {
    var resources = TestServer.shared().bean(ReactorResourceFactory.class);
    return resources.getLoopResources().onServer(true).next();
  }

  private void namesItsThread(BlockedLoops.BlockingCall call) {
    assertThat(call.thread()).startsWith("event-loop-");
  }

  private static void run(Callable<Object> work, Executor where) throws Exception {
    var task = new FutureTask<>(work);
    where.execute(task);
    task.get(10, TimeUnit.SECONDS);
  }

  private static Callable<Object> call(Callable<Object> wait) {
    return wait;
  }

  private static Object sleep() throws InterruptedException {
    Thread.sleep(1);
    return "slept";
  }

  private static Object awaitLatch() throws InterruptedException {
    return new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
  }

  private static Object joinFuture() {
    return new CompletableFuture<>().completeOnTimeout("late", 5, TimeUnit.MILLISECONDS).join();
  }

  private static Object joinThread() throws InterruptedException {
    var thread = Thread.ofPlatform().start(() -> LockSupport.parkNanos(20_000_000));
    thread.join();
    return thread;
  }

  private static Object connect() throws Exception {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var socket = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
      return socket.getPort();
    }
  }

  private static Object askSqlite() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        var statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    }
  }
}
