package dev.parley.answer;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/// Stores how answers ended, and goes on trying for a while where the database cannot be reached.
/// Blocks.
@Component
class Keeping {

  private static final Logger log = LoggerFactory.getLogger(Keeping.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

  private final RetryTemplate attempts;

  Keeping(AnswerSettings settings) {
    attempts =
        new RetryTemplate(
            RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .timeout(settings.storePatience())
                .delay(FIRST_DELAY)
                .multiplier(2)
                .maxDelay(LONGEST_DELAY)
                .build());
  }

  /// Stores a sealed answer.
  ///
  /// @return what to tell its readers
  End store(LiveAnswer answer) {
    var ending = answer.ending().orElseThrow();
    try {
      return attempts
          .execute(() -> answer.store().finish(answer.id(), answer.topic(), ending))
          .orElseGet(() -> new End.Failed(Gone.conversation(), null));
    } catch (RetryException e) {
      log.error("The end of answer {} could not be stored", answer.id(), e.getCause());
      return new End.Failed(new NotStored(), null);
    }
  }
}
