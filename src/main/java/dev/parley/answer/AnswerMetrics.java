package dev.parley.answer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How many answers there are at this moment.
@Component
final class AnswerMetrics implements MeterBinder {

  private final Answers answers;

  AnswerMetrics(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("parley.answers.running", answers, running -> running.all().size())
        .description("Answers that are being written")
        .register(meters);
  }
}
