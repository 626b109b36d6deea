package dev.parley.answer;

import dev.parley.model.ModelFailure;
import dev.parley.model.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How answers come and how they end, counted once for each when it has ended. The labels are words
/// of the program's own; the names of models are not among them, for clients choose those.
@Component
final class AnswerTimes implements MeterBinder {

  private static final Duration[] FIRST_TEXT =
      millis(50, 100, 250, 500, 1_000, 2_500, 5_000, 15_000);
  private static final Duration[] GAP = millis(100, 250, 500, 1_000, 2_500, 5_000, 15_000, 60_000);
  private static final Duration[] WHOLE = millis(500, 1_000, 2_500, 5_000, 15_000, 60_000, 300_000);
  private static final Duration[] STORING = millis(1, 5, 10, 25, 50, 100, 250, 1_000, 5_000);

  /// Nobody looks at what is counted before [#bindTo].
  private volatile MeterRegistry meters = new SimpleMeterRegistry();

  @Override
  public void bindTo(MeterRegistry registry) {
    meters = registry;
    // They are there from the start, so that a dashboard has something to show.
    tokens("input", 0);
    tokens("output", 0);
    errors("model_error", 0);
    firstText();
    longestGap();
    storing();
    saving();
    whole("completed");
  }

  /// An answer has ended, and that is stored.
  ///
  /// @param pace how it came
  /// @param usage as far as the model told
  /// @param storedNanos how long storing it took
  void ended(End end, Pace pace, @Nullable Usage usage, long storedNanos) {
    whole(outcome(end)).record(pace.wholeNanos(), TimeUnit.NANOSECONDS);
    if (pace.hasText()) {
      firstText().record(pace.firstTextNanos(), TimeUnit.NANOSECONDS);
      longestGap().record(pace.longestGapNanos(), TimeUnit.NANOSECONDS);
    }
    storing().record(storedNanos, TimeUnit.NANOSECONDS);
    if (end instanceof End.Failed failed && failed.failure() instanceof ModelFailure failure) {
      errors(failure.code(), 1);
    }
    if (usage != null) {
      tokens("input", usage.inputTokens());
      tokens("output", usage.outputTokens());
    }
  }

  /// The text of answers that are being written was saved.
  void saved(long nanos) {
    saving().record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer whole(String outcome) {
    return timer(
        "parley.answers.duration", "Answers, by how long they took", WHOLE, "outcome", outcome);
  }

  private Timer firstText() {
    return timer(
        "parley.answers.first.text", "How long answers made wait for their first text", FIRST_TEXT);
  }

  private Timer longestGap() {
    return timer("parley.answers.longest.gap", "The longest time in an answer without text", GAP);
  }

  private Timer storing() {
    return timer(
        "parley.answers.storing", "How long it took to store the end of an answer", STORING);
  }

  private Timer saving() {
    return timer(
        "parley.answers.saving", "How long it took to save text that is being written", STORING);
  }

  private void errors(String code, int count) {
    meters.counter("parley.model.errors", "code", code).increment(count);
  }

  private void tokens(String direction, int count) {
    meters.counter("parley.tokens", "direction", direction).increment(count);
  }

  private Timer timer(String name, String description, Duration[] buckets, String... labels) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(buckets)
        .tags(labels)
        .register(meters);
  }

  private static String outcome(End end) {
    return switch (end) {
      case End.Completed _ -> "completed";
      case End.Stopped _ -> "stopped";
      case End.Failed failed -> failed.failure().code().toLowerCase(Locale.ROOT);
    };
  }

  private static Duration[] millis(long... values) {
    var durations = new Duration[values.length];
    for (var at = 0; at < values.length; at++) {
      durations[at] = Duration.ofMillis(values[at]);
    }
    return durations;
  }
}
