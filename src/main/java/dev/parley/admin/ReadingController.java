package dev.parley.admin;

import dev.parley.auth.Caller;
import dev.parley.conversation.Heading;
import dev.parley.conversation.TranscriptMessage;
import dev.parley.conversation.Transcripts;
import dev.parley.web.Cursor;
import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What accounts have said and were answered, for administrators, where that is switched on. Each
/// look is noted before anything is shown.
@RestController
class ReadingController {

  private final Transcripts transcripts;
  private final Looks looks;
  private final AdminSettings settings;

  ReadingController(Transcripts transcripts, Looks looks, AdminSettings settings) {
    this.transcripts = transcripts;
    this.looks = looks;
    this.settings = settings;
  }

  /// In the order in which they were made.
  @GetMapping("/admin/users/{id}/conversations")
  Page<Heading> conversations(
      Caller.Admin admin,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    check();
    var most = Page.limit(limit);
    var after = after(cursor);
    looks.atAccount(admin, id);
    return Page.of(
        transcripts.headings(id, after, most + 1), most, last -> Cursor.of(last.place()));
  }

  /// In the order in which they were made, of all branches.
  @GetMapping("/admin/conversations/{id}/messages")
  Page<TranscriptMessage> messages(
      Caller.Admin admin,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    check();
    var most = Page.limit(limit);
    var after = after(cursor);
    var owner = looks.atConversation(admin, id);
    return transcripts.messages(owner, id, after, most);
  }

  private void check() {
    if (!settings.readsConversations()) {
      throw new ReadingOff();
    }
  }

  private static long after(@Nullable String cursor) {
    return cursor == null ? 0 : Cursor.number(Cursor.parts(cursor, 1).getFirst());
  }
}
