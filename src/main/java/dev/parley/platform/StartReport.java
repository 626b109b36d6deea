package dev.parley.platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/// Says why the server did not start, and what to do about it: two lines for each reason.
final class StartReport implements FailureAnalysisReporter {

  private static final Logger log = LoggerFactory.getLogger(StartReport.class);

  @Override
  public void report(FailureAnalysis analysis) {
    if (analysis.getCause() instanceof UnsafeStart start) {
      start.all().forEach(reason -> report(reason.getMessage(), reason.remedy()));
    } else {
      report(analysis.getDescription(), analysis.getAction());
    }
  }

  private static void report(@Nullable String problem, @Nullable String remedy) {
    log.error("The server does not start. {}", line(problem));
    log.error("What to do: {}", line(remedy));
  }

  private static String line(@Nullable String text) {
    return text == null || text.isBlank()
        ? "nothing is known of it."
        : text.strip().replaceAll("\\s+", " ");
  }
}
