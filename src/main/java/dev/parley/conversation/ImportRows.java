package dev.parley.conversation;

import dev.parley.auth.Access;
import dev.parley.conversation.Incoming.Row;
import dev.parley.conversation.Incoming.Stored;
import dev.parley.model.TokenEstimate;
import dev.parley.platform.Dialect;
import dev.parley.web.Invalid;
import dev.parley.web.NotFound;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores what comes in with an [Import], a few rows in a transaction, so that nobody waits long.
@Component
class ImportRows {

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final ImportTree tree;
  private final Clock clock;
  private final Access access;
  private final Remarks remarks;

  ImportRows(
      JdbcClient jdbc,
      ImportTree tree,
      Clock clock,
      Access access,
      Remarks remarks,
      Dialect dialect) {
    this.remarks = remarks;
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.access = access;
    this.tree = tree;
    this.clock = clock;
  }

  /// Stores some of an import, in the order in which it came.
  ///
  /// @throws NotFound where the account is no more, or may do nothing any more
  /// @throws Invalid where a message has no place in its conversation
  @Transactional
  public void write(Import ongoing, List<Row> rows) {
    touch(ongoing);
    for (var row : rows) {
      switch (row) {
        case Row.Begun begun -> begin(ongoing, begun.conversation());
        case Row.Said said -> add(said);
        case Row.Ended ended -> end(ongoing, ended);
      }
    }
  }

  private void touch(Import ongoing) {
    access.hold(ongoing.accountId());
    var rows =
        jdbc.sql(
                """
                UPDATE imports SET touched_at = :now
                WHERE id = :id AND EXISTS (
                  SELECT 1 FROM users WHERE users.id = imports.user_id AND users.status = 'active')
                """)
            .param("id", ongoing.id())
            .param("now", clock.millis())
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }

  private void begin(Import ongoing, Incoming conversation) {
    jdbc.sql(
            """
            INSERT INTO conversations
              (id, owner_id, user_id, model, activity, created_at, updated_at)
            VALUES (:id, :import, :account, '', 0, 0, 0)
            """)
        .param("id", conversation.id())
        .param("import", ongoing.id())
        .param("account", ongoing.accountId())
        .update();
  }

  private void add(Row.Said said) {
    var conversation = said.conversation();
    var parent = tree.parent(said);
    var place = tree.place(conversation, parent);
    var message = said.message();
    var usage = message.usage();
    var error = message.error();
    var insert =
        jdbc.sql(
                """
                INSERT INTO messages
                  (id, conversation_id, parent_id, branch, depth, role, content, tokens, status,
                   model, input_tokens, output_tokens, error_code, error_detail, created_at, function_calls,
                   call_id)
                VALUES
                  (:id, :conversation, :parent, :branch, :depth, :role, :content, :tokens, :status,
                   :model, :input, :output, :code, :detail, :at, :calls,
                   :call)
                """
                    + dialect.unlessThere())
            .param("id", said.id())
            .param("conversation", conversation.id())
            .param("parent", said.parentId())
            .param("branch", place.branch())
            .param("depth", place.depth())
            .param("role", message.role())
            .param("content", message.content())
            .param("tokens", TokenEstimate.of(message.content(), message.functionCalls()))
            .param("status", message.status())
            .param("model", message.model())
            .param("input", usage == null ? null : usage.inputTokens())
            .param("output", usage == null ? null : usage.outputTokens())
            .param("code", error == null ? null : error.code())
            .param("detail", error == null ? null : error.detail())
            .param("at", message.createdAt().toEpochMilli())
            .param("calls", CallsColumn.write(message.functionCalls()))
            .param("call", message.callId());
    if (!Dialect.isNew(insert::update)) {
      throw new Invalid(said.where() + ".id", "is that of a message before it");
    }
    if (message.response() != null) {
      remarks.add(said.id(), message.response());
    }
    conversation.grew(new Stored(said.id(), place, message.isQuestion()));
  }

  private void end(Import ongoing, Row.Ended ended) {
    var conversation = ended.conversation();
    var transcript = ended.transcript();
    jdbc.sql(
            """
            UPDATE conversations
            SET kind = :kind, title = :title, model = :model, developer_message = :developer,
              archived = :archived, branch = :branch, branches = :branches,
              message_count = :messages, activity = :activity,
              created_at = :created, updated_at = :updated, metadata = :metadata
            WHERE id = :id AND owner_id = :import
            """)
        .param("id", conversation.id())
        .param("import", ongoing.id())
        .param("kind", ongoing.kind(transcript).word())
        .param("title", transcript.title())
        .param("model", transcript.model())
        .param("developer", transcript.developerMessage())
        .param("archived", transcript.archived())
        .param("branch", tree.branch(ended))
        .param("branches", conversation.branches())
        .param("messages", conversation.messages())
        .param("activity", ongoing.activity(transcript))
        .param("created", transcript.createdAt().toEpochMilli())
        .param("updated", transcript.updatedAt().toEpochMilli())
        .param("metadata", Metadata.write(transcript.metadata()))
        .update();
  }
}
