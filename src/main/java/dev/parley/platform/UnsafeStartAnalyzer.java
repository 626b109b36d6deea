package dev.parley.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in two lines why the server did not start, instead of a stack.
final class UnsafeStartAnalyzer extends AbstractFailureAnalyzer<UnsafeStart> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnsafeStart cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
