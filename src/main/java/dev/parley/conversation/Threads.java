package dev.parley.conversation;

import dev.parley.answer.Feed;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.model.Models;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The conversations of which their owner has one: they are made with the first question.
@Component
public class Threads {

  private final JdbcClient jdbc;
  private final Conversations conversations;
  private final Dialogue dialogue;
  private final Models models;
  private final Feed feed;
  private final Ids ids;

  Threads(
      JdbcClient jdbc,
      Conversations conversations,
      Dialogue dialogue,
      Models models,
      Feed feed,
      Ids ids) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.dialogue = dialogue;
    this.models = models;
    this.feed = feed;
    this.ids = ids;
  }

  /// Asks the next question of a thread.
  ///
  /// @param owner the account or session
  /// @param model none: the default
  public Reply ask(String owner, Kind kind, String content, @Nullable String model, Manner manner) {
    var thread = find(owner, kind).orElseGet(() -> create(owner, kind));
    var question = new NewQuestion(ids.next("msg"), content, model, new NewQuestion.Parent.Last());
    return dialogue.ask(new Topic(owner, thread, kind == Kind.QUESTIONS), question, manner);
  }

  private Optional<String> find(String owner, Kind kind) {
    return jdbc.sql("SELECT id FROM conversations WHERE owner_id = :owner AND kind = :kind")
        .param("owner", owner)
        .param("kind", kind.word())
        .query(String.class)
        .optional();
  }

  /// Makes the thread; where two are made at once, both get the one that was first.
  private String create(String owner, Kind kind) {
    var model = models.choose(new Fields(), null);
    conversations.createThread(owner, kind, model);
    var id = find(owner, kind).orElseThrow();
    feed.publish(
        owner,
        "conversation.created",
        () -> new ConversationController.Changed(conversations.require(owner, id)));
    return id;
  }

  /// Gives the conversation of a guest session to an account.
  @Transactional
  public void claim(String session, String account) {
    jdbc.sql(
            """
            UPDATE conversations
            SET owner_id = :account, user_id = :account, session_id = NULL, kind = 'chat',
              activity = (
                SELECT COALESCE(MAX(activity), 0) + 1 FROM conversations WHERE owner_id = :account)
            WHERE owner_id = :session
            """)
        .param("account", account)
        .param("session", session)
        .update();
  }
}
