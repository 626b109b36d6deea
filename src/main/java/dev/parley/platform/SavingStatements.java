package dev.parley.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what Spring logs of the SQL statements that it executes, and logs those that save
/// something, on one line each. They stand there with placeholders for their values, so with no
/// secret.
public final class SavingStatements extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final Logger log = LoggerFactory.getLogger(SavingStatements.class);
  private static final Pattern SAVING =
      Pattern.compile("\\[\\s*((?:INSERT|UPDATE|DELETE)\\b.*)]", Pattern.DOTALL);
  private static final int MOST = 1_000;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// What to log, by what Spring logs: the program has few statements.
  private final Cache<String, String> lines = Caffeine.newBuilder().maximumSize(MOST).build();

  @Override
  protected void append(ILoggingEvent event) {
    var line = lines.get(event.getFormattedMessage(), SavingStatements::line);
    if (!line.isEmpty()) {
      log.debug("{}", line);
    }
  }

  private static String line(String message) {
    var statement = SAVING.matcher(message);
    return statement.find() ? SPACE.matcher(statement.group(1).strip()).replaceAll(" ") : "";
  }
}
