package dev.parley.model;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.UTF8StreamJsonParser;

/// Reads the chunks of a streamed completion, or a whole one, and takes from them what an answer
/// needs: text and function calls of its first choice, why it finished, and the usage. Everything
/// else is passed over without being kept.
final class ChunkReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  /// What nobody asks for more of; whatever is beyond counts as one.
  private static final int MOST_CHOICES = 1_024;

  private static final String NO_REASON = "no reason given.";

  /// What was found in one chunk.
  private static final class Chunk {

    /// How many texts, and where in its bytes the last one stands.
    private int texts;

    private int textFrom;
    private int textTo;

    private int choices;
    private boolean hasUsage;
    private boolean hasCalls;
  }

  /// One that says nothing but its text.
  private static final Chunk TEXT = new Chunk();

  /// The text of the chunks read since it was last emptied.
  private final StringBuilder text;

  /// The part of a choice that has its text: `delta` or `message`.
  private final String part;

  /// None where no other chunk comes that might resemble the first.
  private final @Nullable Envelope envelope;

  private final CallsReader calls = new CallsReader();

  /// The choices that have been begun, and those of them that are finished, by their index.
  private final BitSet begun = new BitSet(1);

  private final BitSet finished = new BitSet(1);

  private @Nullable String finishReason;
  private @Nullable Usage usage;

  private Chunk chunk = TEXT;

  ChunkReader(StringBuilder text) {
    this(text, "delta", new Envelope());
  }

  private ChunkReader(StringBuilder text, String part, @Nullable Envelope envelope) {
    this.text = text;
    this.part = part;
    this.envelope = envelope;
  }

  /// Reads a completion that is not streamed.
  static ChunkReader ofWhole(StringBuilder text) {
    return new ChunkReader(text, "message", null);
  }

  /// Whether it is known of all choices why they ended.
  boolean isFinished() {
    return finishReason != null && finished.equals(begun);
  }

  /// Whether the chunk that was read last tells of the usage and of nothing else.
  boolean isUsageAlone() {
    return chunk.hasUsage && chunk.choices == 0;
  }

  @Nullable String finishReason() {
    return finishReason;
  }

  @Nullable Usage usage() {
    return usage;
  }

  /// The functions that its first choice calls.
  CallsReader calls() {
    return calls;
  }

  /// @throws ModelFailure where the bytes are no chunk, or report an error
  void read(byte[] bytes, int from, int to) {
    if (envelope != null && envelope.read(bytes, from, to, text)) {
      chunk = TEXT;
    } else {
      parse(bytes, from, to);
    }
  }

  private void parse(byte[] bytes, int from, int to) {
    chunk = new Chunk();
    var before = text.length();
    try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      requireUtf8(parser);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ModelFailure.protocol("The model service sent something other than a chunk.");
      }
      readChunk(parser);
      if (parser.nextToken() != null) {
        throw ModelFailure.protocol("The model service sent more than a chunk in one event.");
      }
    } catch (JacksonException _) {
      throw ModelFailure.protocol("The model service sent broken JSON.");
    }
    if (envelope != null && chunk.texts == 1 && !chunk.hasCalls && text.length() > before) {
      envelope.learn(bytes, from, from + chunk.textFrom, from + chunk.textTo, to);
    }
  }

  /// JSON that is sent is UTF-8 (RFC 8259, section 8.1). The factory also takes what looks like
  /// UTF-16 or UTF-32, for a parser that knows no offsets of bytes.
  private static void requireUtf8(JsonParser parser) {
    if (!(parser instanceof UTF8StreamJsonParser)) {
      throw ModelFailure.protocol("The model service sent JSON that is not in UTF-8.");
    }
  }

  private void readChunk(JsonParser parser) {
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      var value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && "choices".equals(name)) {
        readChoices(parser);
      } else if (value == JsonToken.START_OBJECT && "usage".equals(name)) {
        readUsage(parser);
      } else if (value != JsonToken.VALUE_NULL && "error".equals(name)) {
        throw ModelFailure.reported(readError(parser));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readChoices(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      chunk.choices++;
      readChoice(parser);
    }
  }

  private void readChoice(JsonParser parser) {
    var before = text.length();
    String reason = null;
    var index = 0;
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      var value = parser.nextToken();
      if (value == JsonToken.VALUE_NUMBER_INT && "index".equals(name)) {
        index = parser.getIntValue();
      } else if (value == JsonToken.START_OBJECT && part.equals(name)) {
        readText(parser);
      } else if (value == JsonToken.VALUE_STRING && "finish_reason".equals(name)) {
        reason = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
    calls.keep(index == 0);
    if (index != 0) {
      text.setLength(before);
    } else if (reason != null) {
      finishReason = reason;
    }
    var place = Math.clamp(index, 0, MOST_CHOICES);
    begun.set(place);
    finished.set(place, reason != null || finished.get(place));
  }

  private void readText(JsonParser parser) {
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      var value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && ("content".equals(name) || "refusal".equals(name))) {
        text.append(
            parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        chunk.texts++;
        chunk.textFrom = (int) parser.currentTokenLocation().getByteOffset() + 1;
        chunk.textTo = (int) parser.currentLocation().getByteOffset() - 1;
      } else if (value == JsonToken.START_ARRAY && "tool_calls".equals(name)) {
        calls.read(parser);
        chunk.hasCalls = true;
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readUsage(JsonParser parser) {
    var input = 0;
    var output = 0;
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "prompt_tokens" -> input = parser.getValueAsInt();
        case "completion_tokens" -> output = parser.getValueAsInt();
        default -> parser.skipChildren();
      }
    }
    chunk.hasUsage = true;
    usage = new Usage(Math.max(0, input), Math.max(0, output));
  }

  private static String readError(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return Scrubbed.text(parser.getString());
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return NO_REASON;
    }
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      if (parser.nextToken() == JsonToken.VALUE_STRING && "message".equals(name)) {
        return Scrubbed.text(parser.getString());
      }
      parser.skipChildren();
    }
    return NO_REASON;
  }
}
