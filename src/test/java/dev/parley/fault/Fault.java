package dev.parley.fault;

import static dev.parley.fault.Meaning.ERROR;
import static dev.parley.fault.Meaning.FILTERED;
import static dev.parley.fault.Meaning.LENGTH;
import static dev.parley.fault.Meaning.MISCONFIGURED;
import static dev.parley.fault.Meaning.PROTOCOL;
import static dev.parley.fault.Meaning.RATE_LIMITED;
import static dev.parley.fault.Meaning.REFUSED;
import static dev.parley.fault.Meaning.TIMEOUT;
import static dev.parley.fault.Meaning.TOO_LONG;
import static dev.parley.fault.Meaning.UNKNOWN;
import static dev.parley.fault.Meaning.UNREACHABLE;

import dev.parley.testing.ImpatientServer;
import java.util.List;

/// Something that a model service does wrong, and what has to come of it.
///
/// @param model makes the fake do it
/// @param text what comes before, and is kept
/// @param calls how often the model is asked
/// @param whole what it means where the answer was not asked for as a stream, and so is no stream
record Fault(String model, Meaning meaning, String text, int calls, Whole whole) {

  private static final String WORDS = "w0 w1 w2 ";

  /// An answer that was not asked for as a stream.
  enum Whole {
    /// Is as wrong as a stream would be.
    ALIKE,
    /// Cannot be told from one that was cut, which may have to be paid: it is not asked for again.
    CUT,
    /// Is right that way.
    RIGHT
  }

  /// All there are.
  static final List<Fault> ALL =
      List.of(
          before("refuse-after-accept", UNREACHABLE, 2).but(Whole.CUT),
          before("status-500", ERROR, 2),
          before("status-502", ERROR, 2),
          before("status-503-9", ERROR, 2),
          before("flaky-99-500", ERROR, 2),
          before("status-400", REFUSED, 1),
          before("status-401", MISCONFIGURED, 1),
          before("status-403", MISCONFIGURED, 1),
          before("status-404", UNKNOWN, 1),
          before("unheard-of", UNKNOWN, 1),
          before("context-too-long", TOO_LONG, 1),
          before("status-408", TIMEOUT, 1),
          before("status-429", RATE_LIMITED, 1),
          before("quota-exhausted", RATE_LIMITED, 1),
          before("redirect", PROTOCOL, 1),
          before("redirect-301", PROTOCOL, 1),
          before("redirect-307", PROTOCOL, 1),
          before("redirect-308", PROTOCOL, 1),
          before("html", PROTOCOL, 1),
          before("json-instead", PROTOCOL, 1).but(Whole.RIGHT),
          before("not-http", PROTOCOL, 1),
          before("endless-head", PROTOCOL, 1),
          before("empty", PROTOCOL, 1),
          before("silent", TIMEOUT, 1),
          before("badjson-0", PROTOCOL, 1),
          before("brackets-0", PROTOCOL, 1),
          before("error-chunk-0", ERROR, 1).but(Whole.CUT),
          before("eof-0", PROTOCOL, 1),
          before("huge-line", PROTOCOL, 1).but(Whole.RIGHT),
          before("endless-line", PROTOCOL, 1),
          after(WORDS, "garbage-3", PROTOCOL),
          after(WORDS, "badjson-3", PROTOCOL),
          after(WORDS, "badutf8-3", PROTOCOL),
          after(WORDS, "utf16-3", PROTOCOL),
          after(WORDS, "utf16-marked-3", PROTOCOL),
          after(WORDS, "brackets-3", PROTOCOL),
          after(WORDS, "error-chunk-3", ERROR).but(Whole.CUT),
          after(WORDS, "eof-3", PROTOCOL),
          after(WORDS, "rst-3", PROTOCOL),
          after(WORDS, "nodone-3", PROTOCOL).but(Whole.RIGHT),
          after(WORDS, "nofinish-3", PROTOCOL),
          after(WORDS, "length-3", LENGTH).but(Whole.RIGHT),
          after(WORDS, "filter-3", FILTERED).but(Whole.RIGHT),
          after(WORDS, "stall-3", TIMEOUT),
          after("x".repeat(ImpatientServer.LARGEST), "gigabytes", PROTOCOL));

  /// Whether it is the client's business, where what the model says is passed on as it is.
  boolean isPassedOn() {
    return meaning == LENGTH || meaning == FILTERED;
  }

  private static Fault before(String model, Meaning meaning, int calls) {
    return new Fault(model, meaning, "", calls, Whole.ALIKE);
  }

  private static Fault after(String text, String model, Meaning meaning) {
    return new Fault(model, meaning, text, 1, Whole.ALIKE);
  }

  private Fault but(Whole other) {
    return new Fault(model, meaning, text, calls, other);
  }
}
