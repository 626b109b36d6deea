package dev.parley.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Tests of pages in a real browser. Where there is none they say that they were not run; in CI
/// they fail.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Condition.class)
public @interface InChromium {

  /// Looks for the browser.
  final class Condition implements ExecutionCondition {

    private static final String MISSING = "there is no Chromium on the PATH: NOT RUN";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Chromium.find().isPresent()) {
        return enabled("there is a Chromium");
      }
      if (System.getenv("CI") != null) {
        throw new AssertionError("there is no Chromium on the PATH, and CI is to run all tests");
      }
      System.err.println(context.getDisplayName() + ": " + MISSING);
      return disabled(MISSING);
    }
  }
}
