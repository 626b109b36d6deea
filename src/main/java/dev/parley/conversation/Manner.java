package dev.parley.conversation;

import dev.parley.answer.Origin;
import dev.parley.idempotency.Once;
import dev.parley.platform.Secret;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a question came, and how its answer is to go.
///
/// @param streamed whether as an event stream, or whole
/// @param toll what a question costs of the limits, taken unless it was asked before
/// @param key the key that the asker has of the model service
/// @param whole the body of a whole answer
public record Manner(
    Origin origin,
    boolean streamed,
    Once.Request once,
    Runnable toll,
    Key key,
    Function<Answered, Object> whole) {

  /// A key that may be there or not, at any moment.
  @FunctionalInterface
  public interface Key {

    /// Nobody's: the server's is used.
    Key NONE = () -> null;

    @Nullable Secret find();
  }
}
