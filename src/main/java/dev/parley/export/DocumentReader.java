package dev.parley.export;

import dev.parley.web.Invalid;
import dev.parley.web.Malformed;
import java.io.Reader;
import java.util.HashSet;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a document from its beginning to its end, and hands its conversations on as they come.
/// Nothing else of it is looked at: whatever stands beside them is about another account.
@Component
class DocumentReader {

  private static final String FORMAT = "format";
  private static final String VERSION = "version";
  private static final String CONVERSATIONS = "conversations";
  private static final Shape PLAIN = Shape.plain();

  /// Takes the conversations of a document: the beginning of each, its messages, its end.
  interface Taker {

    void begin();

    /// A message.
    ///
    /// @param where it stands in the document
    void take(Drafts.Message message, String where);

    /// The end of the conversation, and what it is.
    ///
    /// @param where it stands in the document
    void end(Drafts.Conversation conversation, String where);
  }

  private final JsonMapper json;
  private final int longest;

  DocumentReader(JsonMapper json, ImportSettings settings) {
    this.json = json;
    this.longest = 2 * settings.longestAnswer();
  }

  /// Reads all of it.
  ///
  /// @throws Malformed where it is no JSON
  /// @throws Invalid where it is no such document
  void read(Reader document, Taker taker) {
    try (var parser = new DocumentParser(document, longest)) {
      parser.begin();
      read(parser, taker);
    } catch (StreamConstraintsException e) {
      throw new Malformed("The document holds something too long or too deep" + place(e));
    } catch (JacksonException e) {
      throw new Malformed("The document is not well-formed JSON in UTF-8" + place(e));
    }
  }

  private void read(DocumentParser parser, Taker taker) {
    var about = JsonNodeFactory.instance.objectNode();
    var seen = new HashSet<String>();
    parser.object(
        "",
        (name, where) -> {
          switch (name) {
            case FORMAT, VERSION -> parser.value(about, name, PLAIN, where);
            case CONVERSATIONS -> {
              if (!seen.add(name)) {
                throw new Malformed("A field stands there twice: %s.".formatted(where));
              }
              parser.array(where, conversation -> conversation(parser, conversation, taker));
            }
            default -> parser.skip();
          }
        });
    parser.end();
    check(about, FORMAT, Format.NAME);
    check(about, VERSION, String.valueOf(Format.VERSION));
    if (seen.isEmpty()) {
      throw new Invalid(CONVERSATIONS, "is missing");
    }
  }

  private static void check(ObjectNode about, String field, String expected) {
    if (!expected.equals(about.path(field).asString(""))) {
      throw new Invalid(field, "must be " + expected);
    }
  }

  private void conversation(DocumentParser parser, String where, Taker taker) {
    var fields = JsonNodeFactory.instance.objectNode();
    var seen = new HashSet<String>();
    taker.begin();
    parser.object(
        where,
        (name, inner) -> {
          if ("messages".equals(name)) {
            if (!seen.add(name)) {
              throw new Malformed("A field stands there twice: %s.".formatted(inner));
            }
            parser.array(inner, message -> taker.take(message(parser, message), message));
          } else {
            field(parser, fields, Shape.CONVERSATION, name, inner);
          }
        });
    taker.end(as(Drafts.Conversation.class, fields, where), where);
  }

  private Drafts.Message message(DocumentParser parser, String where) {
    var fields = JsonNodeFactory.instance.objectNode();
    parser.object(where, (name, inner) -> field(parser, fields, Shape.MESSAGE, name, inner));
    return as(Drafts.Message.class, fields, where);
  }

  private static void field(
      DocumentParser parser, ObjectNode into, Shape of, String name, String where) {
    var shape = of.fields().get(name);
    if (shape == null) {
      throw DocumentParser.unknown(where);
    }
    parser.value(into, name, shape, where);
  }

  private <T> T as(Class<T> type, ObjectNode fields, String where) {
    try {
      return json.treeToValue(fields, type);
    } catch (DatabindException e) {
      if (e.getCause() instanceof JacksonException) {
        throw new Malformed("Half of a surrogate pair stands in %s.".formatted(where));
      }
      var field = new StringBuilder(where);
      e.getPath().forEach(step -> field.append('.').append(step.getPropertyName()));
      throw new Invalid(field.toString(), "is not of the type that this call takes");
    } catch (JacksonException _) {
      throw new Malformed("Half of a surrogate pair stands in %s.".formatted(where));
    }
  }

  private static String place(JacksonException e) {
    var place = e.getLocation();
    return place == null
        ? "."
        : ", line %d, column %d.".formatted(place.getLineNr(), place.getColumnNr());
  }
}
