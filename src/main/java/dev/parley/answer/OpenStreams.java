package dev.parley.answer;

import dev.parley.web.Permit;
import dev.parley.web.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The streams that are open, and the requests that wait for a whole answer, by what they rest on.
/// One enters when it begins and leaves when it ends; in between it costs its place alone.
@Component
public class OpenStreams {

  private record Held(String accountId, Set<Consumer<Refusal>> streams) {}

  /// By the session or token; an entry goes with its last stream.
  private final ConcurrentMap<String, Held> byPermit = new ConcurrentHashMap<>();

  /// Ends those that rest on a session or token.
  public void end(String permitId) {
    end(permitId, new SessionEnded());
  }

  /// Ends those of an account.
  public void endAll(String accountId) {
    endAll(accountId, new SessionEnded());
  }

  /// Ends those of an account that is no more.
  public void forgetAll(String accountId) {
    endAll(accountId, Gone.account());
  }

  private void endAll(String accountId, Refusal because) {
    byPermit.forEach(
        (permitId, held) -> {
          if (held.accountId.equals(accountId)) {
            end(permitId, because);
          }
        });
  }

  private void end(String permitId, Refusal because) {
    held(permitId).forEach(stream -> stream.accept(because));
  }

  private List<Consumer<Refusal>> held(String permitId) {
    var streams = new HashSet<Consumer<Refusal>>();
    byPermit.computeIfPresent(
        permitId,
        (_, held) -> {
          streams.addAll(held.streams);
          return held;
        });
    return List.copyOf(streams);
  }

  /// Enters a stream.
  ///
  /// @param stream is told, on whatever thread, that it has to end, and why; it may be told twice
  void enter(Permit permit, Consumer<Refusal> stream) {
    byPermit.compute(
        permit.id(),
        (_, before) -> {
          var held = before == null ? new Held(permit.accountId(), HashSet.newHashSet(1)) : before;
          held.streams.add(stream);
          return held;
        });
    // Asked only now: either whoever ends the permit finds the stream here, or that is seen here.
    if (permit.ended().getAsBoolean()) {
      stream.accept(new SessionEnded());
    }
  }

  /// Lets a stream leave that was entered.
  void leave(Permit permit, Consumer<Refusal> stream) {
    byPermit.computeIfPresent(
        permit.id(),
        (_, held) -> {
          held.streams.remove(stream);
          return held.streams.isEmpty() ? null : held;
        });
  }

  /// How many rest on a session or token.
  int count(String permitId) {
    return Optional.ofNullable(byPermit.get(permitId)).map(held -> held.streams.size()).orElse(0);
  }
}
