package dev.parley.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// The SQL that servers execute while something is done, but for what they do of themselves now and
/// then.
public final class Statements {

  private static final String JDBC = "org.springframework.jdbc.core.JdbcTemplate";

  private Statements() {}

  /// Does it, and tells each statement in its order.
  public static List<String> during(Runnable work) {
    var executed = new Executed();
    var jdbc = (Logger) LoggerFactory.getLogger(JDBC);
    executed.start();
    jdbc.addAppender(executed);
    try {
      work.run();
    } finally {
      jdbc.detachAppender(executed);
    }
    return List.copyOf(executed.statements);
  }

  /// What servers do by themselves, those of other tests as well.
  private static final List<String> OF_JOBS =
      List.of(
          "FROM revocations",
          "audit_",
          "SELECT COUNT(*) FROM outbox",
          "WHERE unindexed = TRUE",
          "SET unindexed = NULL",
          "SELECT n, conversation_id, content",
          "SELECT number, first_n",
          "INSERT INTO text_blocks",
          "UPDATE text_blocks",
          " nodes ",
          "m.node_id = ?");

  static boolean isOfJobs(String sql) {
    return OF_JOBS.stream().anyMatch(sql::contains);
  }

  private static final class Executed extends AppenderBase<ILoggingEvent> {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      var text = event.getFormattedMessage();
      if (text.contains("[") && !isOfJobs(text)) {
        statements.add(text.replaceAll("\\s+", " "));
      }
    }
  }
}
