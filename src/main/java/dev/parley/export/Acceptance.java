package dev.parley.export;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Metadata;
import dev.parley.conversation.Remarks;
import dev.parley.conversation.Transcript;
import dev.parley.conversation.TranscriptMessage;
import dev.parley.model.Models;
import dev.parley.model.Usage;
import dev.parley.web.Fields;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Believes of a document what could have been typed here, within the same limits, and what does no
/// harm. No time is later than now.
@Component
class Acceptance {

  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DETAIL = 2_000;
  private static final long MOST_ACTIVITY = 1_000_000_000_000L;
  private static final String INTERRUPTED = "interrupted";
  private static final Set<String> KINDS = Set.of("chat", "questions", "guest");
  private static final Set<String> ENDED = Set.of("completed", "stopped", "failed", INTERRUPTED);

  private final ConversationSettings limits;
  private final ImportSettings settings;
  private final Models models;
  private final Remarks remarks;
  private final AcceptedCalls calls;
  private final Clock clock;

  Acceptance(
      ConversationSettings limits,
      ImportSettings settings,
      Models models,
      Remarks remarks,
      Clock clock) {
    this.remarks = remarks;
    this.calls = new AcceptedCalls(LONGEST_NAME, settings.longestAnswer());
    this.limits = limits;
    this.settings = settings;
    this.models = models;
    this.clock = clock;
  }

  /// A conversation as it is accepted.
  ///
  /// @throws dev.parley.web.Invalid where it cannot be
  Transcript conversation(Drafts.Conversation draft, String where) {
    var fields = new Fields();
    var at = where + ".";
    var kind = fields.given(at + "kind", draft.kind());
    if (!KINDS.contains(kind)) {
      fields.reject(at + "kind", "must be chat or questions");
    }
    var title = fields.optionalText(at + "title", draft.title(), limits.longestTitle());
    var model = fields.text(at + "model", draft.model(), LONGEST_NAME);
    var developerMessage =
        fields.optionalText(
            at + "developer_message", draft.developerMessage(), limits.longestMessage());
    var activity = draft.activity() == null ? 0 : draft.activity();
    if (activity < 0 || activity > MOST_ACTIVITY) {
      fields.reject(at + "activity", "must be 0 to " + MOST_ACTIVITY);
    }
    var created = time(fields, at + "created_at", draft.createdAt());
    var updated = time(fields, at + "updated_at", draft.updatedAt());
    var metadata = Metadata.check(fields, at + "metadata", draft.metadata());
    fields.check();
    return new Transcript(
        0,
        "",
        kind,
        blankToNull(title),
        models.allowedOrDefault(model),
        blankToNull(developerMessage),
        Boolean.TRUE.equals(draft.archived()),
        activity,
        draft.lastMessageId(),
        created,
        updated,
        metadata);
  }

  /// A message as it is accepted.
  ///
  /// @throws dev.parley.web.Invalid where it cannot be
  TranscriptMessage message(Drafts.Message draft, String where) {
    var fields = new Fields();
    var at = where + ".";
    var isQuestion = "user".equals(draft.role());
    if (!isQuestion && !"assistant".equals(draft.role())) {
      fields.reject(at + "role", "must be user or assistant");
    }
    var status = status(fields, at + "status", draft.status(), isQuestion);
    var created = time(fields, at + "created_at", draft.createdAt());
    var message =
        new TranscriptMessage(
            0,
            fields.text(at + "id", draft.id(), LONGEST_ID),
            draft.parentId(),
            isQuestion ? "user" : "assistant",
            content(fields, at + "content", draft, isQuestion),
            status,
            isQuestion || draft.model() == null
                ? null
                : fields.text(at + "model", draft.model(), LONGEST_NAME),
            isQuestion ? null : usage(fields, at + "usage", draft.usage()),
            failure(fields, at + "error", draft.error(), status),
            created,
            isQuestion
                ? List.of()
                : calls.accept(fields, at + "function_calls", draft.functionCalls()),
            isQuestion ? fields.optionalText(at + "call_id", draft.callId(), LONGEST_NAME) : null,
            isQuestion ? null : response(fields, at + "response", draft.response()));
    fields.check();
    return message;
  }

  /// What was deleted is empty. Functions give more than people type.
  private String content(Fields fields, String field, Drafts.Message draft, boolean isQuestion) {
    var given = fields.given(field, draft.content());
    if (isQuestion && draft.callId() == null && !given.isEmpty()) {
      return fields.text(field, given, limits.longestMessage());
    }
    var text = fields.optionalText(field, given, settings.longestAnswer());
    return text == null ? "" : text;
  }

  private @Nullable JsonNode response(Fields fields, String field, @Nullable JsonNode response) {
    return response == null || response.isNull() ? null : remarks.accept(fields, field, response);
  }

  /// What was being written when it was exported was never finished.
  private static String status(
      Fields fields, String field, @Nullable String status, boolean isQuestion) {
    if (!isQuestion && "in_progress".equals(status)) {
      return INTERRUPTED;
    }
    var known = fields.given(field, status);
    if (isQuestion ? !"completed".equals(known) : !ENDED.contains(known)) {
      fields.reject(
          field,
          isQuestion
              ? "must be completed"
              : "must be completed, stopped, failed, interrupted or in_progress");
    }
    return known;
  }

  private static @Nullable Usage usage(Fields fields, String field, Drafts.@Nullable Usage usage) {
    if (usage == null) {
      return null;
    }
    var input = usage.inputTokens();
    var output = usage.outputTokens();
    if (input == null || output == null || input < 0 || output < 0) {
      fields.reject(field, "must have input_tokens and output_tokens, 0 or more");
      return null;
    }
    return new Usage(input, output);
  }

  private static TranscriptMessage.@Nullable Failure failure(
      Fields fields, String field, Drafts.@Nullable Failure failure, String status) {
    if (failure == null || "completed".equals(status) || "stopped".equals(status)) {
      return null;
    }
    var code = fields.given(field + ".code", failure.code());
    if (!code.matches("[a-z_]{1,64}")) {
      fields.reject(field + ".code", "must have 1 to 64 small letters and underscores");
    }
    return new TranscriptMessage.Failure(
        code, fields.text(field + ".detail", failure.detail(), LONGEST_DETAIL));
  }

  private Instant time(Fields fields, String field, @Nullable String text) {
    var time = fields.optionalTime(field, fields.given(field, text));
    var now = Instant.ofEpochMilli(clock.millis());
    return time == null || time.isAfter(now) ? now : time;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
