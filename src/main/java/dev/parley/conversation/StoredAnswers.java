package dev.parley.conversation;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.budget.Spending;
import dev.parley.model.FunctionCall;
import dev.parley.model.TokenEstimate;
import dev.parley.model.Usage;
import dev.parley.platform.LogSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps answers among the messages, whole once they have ended. Whoever ends one first has ended
/// it.
@Component
class StoredAnswers implements AnswerStore {

  private static final Logger log = LoggerFactory.getLogger(StoredAnswers.class);

  /// Where an answer stands, besides its message.
  record Row(Message message, @Nullable String nodeId) {

    static Row of(ResultSet row, int number) throws SQLException {
      var columns = new Columns(row);
      return new Row(MessageRow.of(columns), columns.textIfAny());
    }
  }

  /// An answer that is being written, as far as the database knows.
  record Unfinished(String id, String ownerId) {}

  private static final String UNFINISHED =
      """
      SELECT m.id, c.owner_id
      FROM messages m JOIN conversations c ON c.id = m.conversation_id
      WHERE m.status = 'in_progress'
      """;

  private final JdbcClient jdbc;
  private final Spending spending;
  private final LogSettings logSettings;
  private final ApplicationEventPublisher events;

  StoredAnswers(
      JdbcClient jdbc,
      Spending spending,
      LogSettings logSettings,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.spending = spending;
    this.logSettings = logSettings;
    this.events = events;
  }

  @Override
  public boolean savesText() {
    return true;
  }

  @Override
  @Transactional
  public Optional<End> finish(String answerId, Topic topic, Ending ending) {
    var failure = ending.failure();
    var isOurs =
        finish(
            new Unfinished(answerId, topic.ownerId()),
            ending.status().word(),
            ending.text(),
            ending.calls(),
            ending.usage(),
            failure == null ? null : new Message.Failure(failure.code(), failure.detail()));
    log.info("Answer {} {}: {}", answerId, ending.status(), logSettings.shown(ending.text()));
    return find(answerId)
        .map(Row::message)
        .map(message -> isOurs ? ending.end(message) : PastEnd.of(message));
  }

  Optional<Row> find(String answerId) {
    return jdbc.sql(
            "SELECT %s, m.node_id FROM messages m WHERE m.id = :id".formatted(MessageRow.COLUMNS))
        .param("id", answerId)
        .query(Row::of)
        .optional();
  }

  /// The answers that a node is writing.
  List<Unfinished> writtenBy(String nodeId) {
    return jdbc.sql(UNFINISHED + "AND m.node_id = :node")
        .param("node", nodeId)
        .query(Unfinished.class)
        .list();
  }

  /// The answers that nobody writes any more.
  ///
  /// @param alone whether no other node could be writing any
  List<Unfinished> leftBehind(boolean alone) {
    var others = "AND (m.node_id IS NULL OR m.node_id NOT IN (SELECT id FROM nodes))";
    return jdbc.sql(UNFINISHED + (alone ? "" : others)).query(Unfinished.class).list();
  }

  /// Marks answers that were being written when their node died, unless they have ended.
  ///
  /// @param texts what had been saved of them, by their ids
  @Transactional
  public void interrupt(List<Unfinished> answers, Map<String, String> texts) {
    var failure =
        new Message.Failure(Message.INTERRUPTED, "The server died while writing this answer.");
    for (var answer : answers) {
      var text = texts.getOrDefault(answer.id, "");
      if (finish(answer, Message.INTERRUPTED, text, List.of(), null, failure)) {
        spending.settleBrokenOff(answer.id, TokenEstimate.of(text));
      }
    }
  }

  /// Stores how an answer has ended.
  ///
  /// @return whether it had not ended before
  private boolean finish(
      Unfinished answer,
      String status,
      String text,
      List<FunctionCall> calls,
      @Nullable Usage usage,
      Message.@Nullable Failure failure) {
    var rows =
        jdbc.sql(
                """
                UPDATE messages
                SET content = :content, tokens = :tokens, status = :status,
                  input_tokens = :input, output_tokens = :output,
                  error_code = :code, error_detail = :detail, function_calls = :calls
                WHERE id = :id AND status = 'in_progress'
                """)
            .param("id", answer.id)
            .param("content", text)
            .param("tokens", TokenEstimate.of(text, calls))
            .param("calls", CallsColumn.write(calls))
            .param("status", status)
            .param("input", usage == null ? null : usage.inputTokens())
            .param("output", usage == null ? null : usage.outputTokens())
            .param("code", failure == null ? null : failure.code())
            .param("detail", failure == null ? null : failure.detail())
            .update();
    if (rows > 0) {
      events.publishEvent(
          new ConversationHappening.AnswerEnded(answer.ownerId, answer.id, status, text, calls));
    }
    return rows > 0;
  }
}
