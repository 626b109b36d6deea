package dev.parley.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
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
  private static final Pattern SPACE = Pattern.compile("\\s+");

  @Override
  protected void append(ILoggingEvent event) {
    var statement = SAVING.matcher(event.getFormattedMessage());
    if (statement.find()) {
      log.debug("{}", SPACE.matcher(statement.group(1).strip()).replaceAll(" "));
    }
  }
}
