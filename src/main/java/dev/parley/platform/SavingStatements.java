package dev.parley.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.regex.Pattern;

/// Lets the SQL statements that save something through to the log. They stand there with
/// placeholders for their values, so with no secret.
public final class SavingStatements extends Filter<ILoggingEvent> {

  private static final Pattern SAVING = Pattern.compile("\\[\\s*(INSERT|UPDATE|DELETE)\\b");

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return SAVING.matcher(event.getFormattedMessage()).find()
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }
}
