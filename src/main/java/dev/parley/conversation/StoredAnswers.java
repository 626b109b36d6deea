package dev.parley.conversation;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.model.TokenEstimate;
import dev.parley.model.Usage;
import dev.parley.platform.LogSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps answers among the messages, whole once they have ended.
@Component
class StoredAnswers implements AnswerStore {

  private static final Logger log = LoggerFactory.getLogger(StoredAnswers.class);

  private final JdbcClient jdbc;
  private final SavedParts savedText;
  private final LogSettings logSettings;
  private final ApplicationEventPublisher events;

  StoredAnswers(
      JdbcClient jdbc,
      SavedParts savedText,
      LogSettings logSettings,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.savedText = savedText;
    this.logSettings = logSettings;
    this.events = events;
  }

  @Override
  public boolean savesText() {
    return true;
  }

  @Override
  @Transactional
  public Optional<Object> finish(String answerId, Topic topic, Ending ending) {
    var failure = ending.failure();
    finish(
        answerId,
        topic.ownerId(),
        ending.status().name().toLowerCase(Locale.ROOT),
        ending.text(),
        ending.usage(),
        failure == null ? null : new Message.Failure(failure.code(), failure.detail()));
    log.info("Answer {} {}: {}", answerId, ending.status(), logSettings.shown(ending.text()));
    return jdbc.sql("SELECT %s FROM messages m WHERE m.id = :id".formatted(Message.COLUMNS))
        .param("id", answerId)
        .query((row, _) -> (Object) Message.of(row))
        .optional();
  }

  /// Marks the answers that were being written when the server died, with the text that had been
  /// saved.
  ///
  /// @return how many there were
  @Transactional
  public int interrupt() {
    var owners = new LinkedHashMap<String, String>();
    jdbc.sql(
            """
            SELECT m.id, c.owner_id
            FROM messages m JOIN conversations c ON c.id = m.conversation_id
            WHERE m.status = 'in_progress'
            """)
        .query(
            row -> {
              owners.put(row.getString("id"), row.getString("owner_id"));
            });
    var texts = savedText.read(owners.keySet());
    owners.forEach((id, owner) -> interrupt(id, owner, texts.getOrDefault(id, "")));
    savedText.replace(List.of());
    return owners.size();
  }

  private void interrupt(String id, String owner, String text) {
    var failure =
        new Message.Failure(Message.INTERRUPTED, "The server died while writing this answer.");
    finish(id, owner, Message.INTERRUPTED, text, null, failure);
  }

  private void finish(
      String answerId,
      String ownerId,
      String status,
      String text,
      @Nullable Usage usage,
      Message.@Nullable Failure failure) {
    var rows =
        jdbc.sql(
                """
            UPDATE messages
            SET content = :content, tokens = :tokens, status = :status,
              input_tokens = :input, output_tokens = :output,
              error_code = :code, error_detail = :detail
            WHERE id = :id AND status = 'in_progress'
            """)
            .param("id", answerId)
            .param("content", text)
            .param("tokens", TokenEstimate.of(text))
            .param("status", status)
            .param("input", usage == null ? null : usage.inputTokens())
            .param("output", usage == null ? null : usage.outputTokens())
            .param("code", failure == null ? null : failure.code())
            .param("detail", failure == null ? null : failure.detail())
            .update();
    if (rows > 0) {
      events.publishEvent(new ConversationHappening.AnswerEnded(ownerId, answerId, status, text));
    }
  }
}
