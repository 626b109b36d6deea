package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBehindTest {

  private static final int THREADS = 8;

  /// Together more than may wait.
  private static final int EACH = 3_000;

  @TempDir private Path folder;
  private final LoggerContext context = new LoggerContext();
  private final LogBehind behind = new LogBehind();

  @BeforeEach
  void start() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    var target = new FileAppender<ILoggingEvent>();
    target.setContext(context);
    target.setFile(file().toString());
    target.setEncoder(encoder());
    target.setImmediateFlush(false);
    target.start();
    behind.setContext(context);
    behind.addAppender(target);
    behind.start();
    context.getLogger("any").addAppender(behind);
  }

  private PatternLayoutEncoder encoder() {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg%n");
    encoder.start();
    return encoder;
  }

  private Path file() {
    return folder.resolve("app.log");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }

  @Test
  void writesALineSoonThoughNoneFollows() {
    context.getLogger("any").info("one");

    await().atMost(Duration.ofSeconds(10)).until(() -> lines().equals(List.of("one")));
    behind.stop();
  }

  @Test
  void dropsNothingOfWhatManyLogAtOnceAndKeepsItsOrder() throws Exception {
    var threads =
        IntStream.range(0, THREADS)
            .mapToObj(number -> Thread.startVirtualThread(() -> log(number)))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    behind.stop();

    var lines = lines();
    assertThat(lines).hasSize(THREADS * EACH);
    for (var number = 0; number < THREADS; number++) {
      var own = "thread %d ".formatted(number);
      assertThat(lines.stream().filter(line -> line.startsWith(own)))
          .containsExactlyElementsOf(
              IntStream.range(0, EACH).mapToObj(line -> own + line).toList());
    }
  }

  private void log(int thread) {
    var logger = context.getLogger("any");
    for (var line = 0; line < EACH; line++) {
      logger.info("thread {} {}", thread, line);
    }
  }

  /// As a console whose reader stands still.
  @Test
  void leavesOutWhatNobodyTakesAndTellsHowMuch() throws Exception {
    var read = new CountDownLatch(1);
    var taken = new ByteArrayOutputStream();
    var shown = new OutputStreamAppender<ILoggingEvent>();
    shown.setContext(context);
    shown.setEncoder(encoder());
    shown.setOutputStream(
        new OutputStream() {
          @Override
          public void write(int one) {
            taken.write(one);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            try {
              read.await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
            taken.write(bytes, from, length);
          }
        });
    shown.start();
    var console = new LogBehind();
    console.setContext(context);
    console.setLeavesOut(true);
    console.addAppender(shown);
    console.start();
    context.getLogger("console").addAppender(console);
    context.getLogger("console").setAdditive(false);

    for (var line = 0; line < THREADS * EACH; line++) {
      context.getLogger("console").info("line {}", line);
    }
    read.countDown();
    console.stop();

    var lines = taken.toString(StandardCharsets.UTF_8).lines().toList();
    var told = lines.stream().filter(line -> line.contains("are left out here")).toList();
    assertThat(told).hasSize(1);
    var leftOut = Integer.parseInt(told.getFirst(), 0, told.getFirst().indexOf(' '), 10);
    assertThat(leftOut).isPositive();
    assertThat(lines).hasSize(THREADS * EACH - leftOut + 1);
  }

  @Test
  void writesTheLastWords() throws IOException {
    context.getLogger("any").info("last");
    behind.stop();

    assertThat(lines()).containsExactly("last");
  }
}
