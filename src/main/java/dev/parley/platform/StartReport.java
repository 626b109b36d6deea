package dev.parley.platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/// Says in two lines why the server did not start, and what to do about it.
final class StartReport implements FailureAnalysisReporter {

  private static final Logger log = LoggerFactory.getLogger(StartReport.class);

  @Override
  public void report(FailureAnalysis analysis) {
    log.error("The server does not start. {}", line(analysis.getDescription()));
    log.error("What to do: {}", line(analysis.getAction()));
  }

  private static String line(@Nullable String text) {
    return text == null || text.isBlank()
        ? "nothing is known of it."
        : text.strip().replaceAll("\\s+", " ");
  }
}
