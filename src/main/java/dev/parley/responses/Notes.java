package dev.parley.responses;

import dev.parley.platform.Dialect;
import dev.parley.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of responses, one row for each that was asked for as one. Whose they are their
/// conversations tell.
@Component
class Notes {

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  /// A response that there is.
  ///
  /// @param conversationId the one that its answer stands in
  record Row(String conversationId, Note note) {}

  Notes(JdbcClient jdbc, Dialect dialect, JsonMapper json, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.json = json;
    this.events = events;
  }

  /// Keeps a note, in the transaction that stores the answer.
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(String answerId, Note note) {
    insert(answerId, note, false);
  }

  private void insert(String answerId, Note note, boolean deleted) {
    jdbc.sql(
            """
            INSERT INTO responses (message_id, inputs, place, asked, deleted)
            VALUES (:id, :inputs, :place, :asked, :deleted)
            """
                + dialect.unlessThere())
        .param("id", answerId)
        .param("inputs", note.inputs())
        .param("place", note.place().word())
        .param("asked", json.writeValueAsString(note.asked()))
        .param("deleted", deleted)
        .update();
  }

  /// What is kept of a response, whoever asked for it.
  ///
  /// @throws NotFound where the answer is not there, or somebody else's, or deleted as a response
  Row require(String owner, String answerId) {
    return jdbc.sql(
            """
            SELECT m.conversation_id, r.inputs, r.place, r.asked
            FROM messages m
              JOIN conversations c ON c.id = m.conversation_id
              LEFT JOIN responses r ON r.message_id = m.id
            WHERE m.id = :id AND c.owner_id = :owner AND m.role = 'assistant'
              AND (r.message_id IS NULL OR r.deleted = :no)
            """)
        .param("id", answerId)
        .param("owner", owner)
        .param("no", false)
        .query((row, _) -> new Row(row.getString("conversation_id"), note(row)))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// What is kept of these answers, by their ids, as far as they are the owner's.
  Map<String, Note> of(String owner, Collection<String> answerIds) {
    if (answerIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
              SELECT r.message_id, r.inputs, r.place, r.asked
              FROM responses r
                JOIN messages m ON m.id = r.message_id
                JOIN conversations c ON c.id = m.conversation_id
              WHERE r.message_id IN (:ids) AND c.owner_id = :owner AND r.deleted = :no
              """)
        .param("ids", answerIds)
        .param("owner", owner)
        .param("no", false)
        .query((row, _) -> Map.entry(row.getString("message_id"), note(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Deletes a response that was found to be the owner's. What was said stays, for others may rest
  /// on it.
  ///
  /// @return whether nothing is left of its conversation: that was made for a response, and this
  /// was the last answer that anybody asked for in it
  @Transactional
  public boolean delete(String owner, String conversationId, String answerId) {
    var rows =
        jdbc.sql(
                """
                UPDATE responses SET deleted = :yes
                WHERE message_id = :id AND deleted = :no AND EXISTS (
                  SELECT 1 FROM messages m JOIN conversations c ON c.id = m.conversation_id
                  WHERE m.id = responses.message_id AND c.owner_id = :owner)
                """)
            .param("id", answerId)
            .param("owner", owner)
            .param("yes", true)
            .param("no", false)
            .update();
    if (rows == 0) {
      insert(answerId, Note.NONE, true);
    }
    events.publishEvent(new ResponseDeleted(owner, answerId));
    return isNothingLeft(owner, conversationId);
  }

  private boolean isNothingLeft(String owner, String conversationId) {
    return jdbc.sql(
                """
                SELECT COUNT(*)
                FROM conversations c
                WHERE c.id = :conversation AND c.owner_id = :owner
                  AND EXISTS (
                    SELECT 1 FROM messages m JOIN responses r ON r.message_id = m.id
                    WHERE m.conversation_id = c.id AND r.place = 'began')
                  AND NOT EXISTS (
                    SELECT 1 FROM messages m LEFT JOIN responses r ON r.message_id = m.id
                    WHERE m.conversation_id = c.id AND m.role = 'assistant' AND m.model IS NOT NULL
                      AND (r.message_id IS NULL OR r.deleted = :no OR r.place = 'named'))
                """)
            .param("conversation", conversationId)
            .param("owner", owner)
            .param("no", false)
            .query(Integer.class)
            .single()
        > 0;
  }

  private Note note(ResultSet row) throws SQLException {
    var asked = row.getString("asked");
    return asked == null
        ? Note.NONE
        : new Note(
            row.getInt("inputs"),
            Note.Place.of(row.getString("place")),
            json.readValue(asked, Asked.class));
  }
}
