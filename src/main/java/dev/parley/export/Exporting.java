package dev.parley.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.account.Profiles;
import dev.parley.auth.Access;
import dev.parley.auth.Caller;
import dev.parley.conversation.Remarks;
import dev.parley.conversation.Transcript;
import dev.parley.conversation.TranscriptMessage;
import dev.parley.conversation.Transcripts;
import dev.parley.feedback.Ratings;
import dev.parley.platform.Holding;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes all that an account holds as one document. It is read in pages while it is written, so
/// nobody waits for it and little of it is in memory. Whatever fails amid it leaves it without its
/// end.
@Component
class Exporting {

  private record Said(
      @JsonUnwrapped TranscriptMessage message, Ratings.@Nullable Rating feedback) {}

  private final Profiles profiles;
  private final List<Holding> holdings;
  private final Transcripts transcripts;
  private final Ratings ratings;
  private final Remarks remarks;
  private final Access access;
  private final Clock clock;
  private final ObjectWriter json;

  Exporting(
      Profiles profiles,
      List<Holding> holdings,
      Transcripts transcripts,
      Ratings ratings,
      Remarks remarks,
      Access access,
      Clock clock,
      JsonMapper json) {
    this.profiles = profiles;
    this.holdings = holdings;
    this.transcripts = transcripts;
    this.ratings = ratings;
    this.remarks = remarks;
    this.access = access;
    this.clock = clock;
    // Else the rest of a document that is broken off would be closed as if it were whole.
    this.json = json.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT);
  }

  void write(Caller.Member member, OutputStream to) {
    try (var out = json.createGenerator(to)) {
      out.writeStartObject();
      out.writeStringProperty("format", Format.NAME);
      out.writeNumberProperty("version", Format.VERSION);
      out.writePOJOProperty("exported_at", Instant.ofEpochMilli(clock.millis()));
      out.writePOJOProperty("account", profiles.require(member.accountId()));
      for (var holding : holdings) {
        out.writeArrayPropertyStart(holding.name());
        holding.tell(member.accountId(), out::writePOJO);
        out.writeEndArray();
      }
      out.writeArrayPropertyStart("conversations");
      transcripts.conversations(
          member.accountId(), conversation -> write(member, conversation, out));
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private void write(Caller.Member member, Transcript conversation, JsonGenerator out) {
    access.check(member);
    out.writeStartObject();
    writeFields(conversation, out);
    out.writeArrayPropertyStart("messages");
    transcripts.messages(
        member.accountId(),
        conversation.id(),
        messages -> {
          access.check(member);
          write(member, messages, out);
        });
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeFields(Transcript conversation, JsonGenerator out) {
    out.writeStringProperty("id", conversation.id());
    out.writeStringProperty("kind", conversation.kind());
    out.writeStringProperty("title", conversation.title());
    out.writeStringProperty("model", conversation.model());
    out.writeStringProperty("developer_message", conversation.developerMessage());
    out.writeBooleanProperty("archived", conversation.archived());
    out.writeNumberProperty("activity", conversation.activity());
    out.writeStringProperty("last_message_id", conversation.lastMessageId());
    out.writePOJOProperty("created_at", conversation.createdAt());
    out.writePOJOProperty("updated_at", conversation.updatedAt());
    out.writePOJOProperty("metadata", conversation.metadata());
  }

  private void write(Caller.Member member, List<TranscriptMessage> messages, JsonGenerator out) {
    var ids = messages.stream().map(TranscriptMessage::id).toList();
    var given = ratings.of(member.accountId(), ids);
    var remarked = remarks.of(member.accountId(), ids);
    for (var message : messages) {
      var said = message.with(remarked.get(message.id()));
      out.writePOJO(new Said(said, given.get(message.id())));
    }
  }
}
