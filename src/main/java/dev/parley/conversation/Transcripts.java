package dev.parley.conversation;

import dev.parley.web.Page;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// All that an account holds of conversations, for whoever writes it down elsewhere. Each is told
/// once, whatever happens to others meanwhile, and little is held at a time.
@Component
public class Transcripts {

  private final TranscriptRows rows;
  private final Messages messages;

  Transcripts(TranscriptRows rows, Messages messages) {
    this.rows = rows;
    this.messages = messages;
  }

  /// The conversations of an account, in the order in which they were made.
  public void conversations(String owner, Consumer<Transcript> each) {
    var page = rows.conversations(owner, 0);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = rows.conversations(owner, page.getLast().place());
    }
  }

  /// The conversations of an account that were made after a place, in that order.
  public List<Heading> headings(String owner, long after, int limit) {
    return rows.headings(owner, after, limit);
  }

  /// The messages of a conversation that were made after a place, of all branches, in that order.
  public Page<TranscriptMessage> messages(
      String owner, String conversationId, long after, int limit) {
    var some = rows.some(owner, conversationId, after, limit + 1);
    return ListedMessage.page(some, limit, 1, message -> messages.require(owner, message.id()))
        .map(listed -> TranscriptMessage.of(listed.place(), listed.message()));
  }

  /// The messages of a conversation in all its branches, in the order in which they were made, a
  /// few at a time.
  public void messages(
      String owner, String conversationId, Consumer<List<TranscriptMessage>> each) {
    var page = rows.messages(owner, conversationId, 0);
    while (!page.isEmpty()) {
      each.accept(page);
      page = rows.messages(owner, conversationId, page.getLast().place());
    }
  }
}
