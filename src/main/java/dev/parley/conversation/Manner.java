package dev.parley.conversation;

import dev.parley.answer.Origin;
import dev.parley.idempotency.Once;
import java.util.function.Function;

/// How a question came, and how its answer is to go.
///
/// @param streamed whether as an event stream, or whole
/// @param toll what a question costs of the limits, taken unless it was asked before
/// @param whole the body of a whole answer
public record Manner(
    Origin origin,
    boolean streamed,
    Once.Request once,
    Runnable toll,
    Function<Answered, Object> whole) {}
