package dev.parley.conversation;

import dev.parley.conversation.Incoming.Row;
import dev.parley.platform.Ids;
import dev.parley.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Conversations on their way in, one after another, stored a few rows at a time. Until the last is
/// there nobody sees any. What they were called where they were written means nothing here: a
/// message's new id is derived from its old one, with a key that is forgotten with this import.
///
/// Not safe for several threads.
public final class Import {

  private static final int MANY = 100;
  private static final int LONG = 16_384;
  private static final int KEY_BYTES = 32;

  private final List<Row> rows = new ArrayList<>();
  private final String key = key();
  private final String id;
  private final String accountId;
  private final long millis;
  private final long activity;
  private final ImportRows store;
  private @Nullable Incoming current;
  private int conversations;
  private int messages;
  private int held;
  private boolean hasThread;

  /// @param millis when it began
  /// @param activity of the account's newest conversation
  Import(String id, String accountId, long millis, long activity, ImportRows store) {
    this.id = id;
    this.accountId = accountId;
    this.millis = millis;
    this.activity = activity;
    this.store = store;
  }

  /// Begins the next conversation.
  public void begin() {
    current = new Incoming(newId("conv", ""));
    rows.add(new Row.Begun(current));
  }

  /// Adds a message, which comes after the one that it follows.
  ///
  /// @param where it stands in the document, for the refusal
  /// @throws dev.parley.web.Invalid here or later, where it has no place in the conversation
  public void add(TranscriptMessage message, String where) {
    rows.add(
        new Row.Said(
            Objects.requireNonNull(current),
            newId("msg", message.id()),
            message.parentId() == null ? null : newId("msg", message.parentId()),
            message,
            where));
    messages++;
    held += message.content().length();
    if (held > LONG || rows.size() >= MANY) {
      flush();
    }
  }

  /// Ends the conversation, and says what it is.
  ///
  /// @throws dev.parley.web.Invalid here or later, where it does not fit its messages
  public void end(Transcript transcript, String where) {
    var last = transcript.lastMessageId();
    rows.add(
        new Row.Ended(
            Objects.requireNonNull(current),
            transcript,
            last == null ? null : newId("msg", last),
            where));
    conversations++;
    if (rows.size() >= MANY) {
      flush();
    }
  }

  /// How many have come in.
  public int conversations() {
    return conversations;
  }

  /// How many have come in.
  public int messages() {
    return messages;
  }

  void flush() {
    store.write(this, List.copyOf(rows));
    rows.clear();
    held = 0;
  }

  String id() {
    return id;
  }

  String accountId() {
    return accountId;
  }

  /// Where a conversation stands among those of the account: after those that it has.
  long activity(Transcript transcript) {
    return activity + transcript.activity();
  }

  /// The running thread of questions is one alone; whatever else says that it is is a conversation.
  Kind kind(Transcript transcript) {
    if (hasThread || !Kind.QUESTIONS.word().equals(transcript.kind())) {
      return Kind.CHAT;
    }
    hasThread = true;
    return Kind.QUESTIONS;
  }

  private String newId(String prefix, String oldId) {
    var seed = String.join("\n", key, prefix, String.valueOf(conversations), oldId);
    return Ids.of(prefix, millis, Sha256.digest(seed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String key() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
