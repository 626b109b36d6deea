package dev.parley.answer;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The answers of other nodes that are read here. Each is asked for once, however many read it, and
/// for as long as they do ([MirrorUpkeep]).
@Component
public class Mirrors implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Mirrors.class);

  /// How long whoever asks for an answer waits until something is known of it.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /// How long the node of an answer that is to be stopped may take for it.
  private static final Duration STOPPING = Duration.ofSeconds(3);

  private final ConcurrentMap<String, Mirror> mirrors = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Intercom intercom;
  private final Standings standings;

  Mirrors(Intercom intercom, Standings standings) {
    this.intercom = intercom;
    this.standings = standings;
  }

  /// An answer that another node writes. Blocks until something is known of it, for a moment at
  /// most.
  ///
  /// @return none where no other node does
  public Optional<LiveAnswer> find(String answerId, Topic topic) {
    return standings.find(answerId) instanceof Standing.Writing(var nodeId) && isOther(nodeId)
        ? Optional.of(follow(answerId, topic, nodeId))
        : Optional.empty();
  }

  /// Ends an answer as stopped, if another node writes it, and returns when that is stored.
  public void stop(String answerId, Topic topic) {
    if (standings.find(answerId) instanceof Standing.Writing(var nodeId) && isOther(nodeId)) {
      var copy = follow(answerId, topic, nodeId);
      if (!stopsThere(copy, nodeId)) {
        standings.stop(answerId, topic, nodeId);
        mirror(answerId).ifPresent(this::look);
      }
    }
  }

  private boolean stopsThere(LiveAnswer copy, String nodeId) {
    return intercom
        .tell(nodeId, new Word.Stop(copy.id()))
        .thenCompose(heard -> heard == 0 ? CompletableFuture.completedStage(false) : ended(copy))
        .exceptionally(_ -> false)
        .toCompletableFuture()
        .join();
  }

  private static CompletionStage<Boolean> ended(LiveAnswer copy) {
    return copy.end()
        .thenApply(_ -> true)
        .completeOnTimeout(false, STOPPING.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isOther(String nodeId) {
    return intercom.hasOthers() && !intercom.self().equals(nodeId);
  }

  /// Has an answer of another node read here from now on, of which that node told. Waits for
  /// nothing.
  LiveAnswer follow(Word.Answering answering) {
    var topic = new Topic(answering.ownerId(), answering.conversationId(), true);
    var mirror = mirror(answering.answerId(), topic, answering.node());
    mirror.copy().startIfUnknown(answering.started());
    ask(answering.node(), Map.of(answering.answerId(), mirror.copy().length()));
    return mirror.copy();
  }

  /// Has an answer of another node read here from now on.
  private LiveAnswer follow(String answerId, Topic topic, String nodeId) {
    var mirror = mirror(answerId, topic, nodeId);
    if (!mirror.known().isDone()) {
      ask(nodeId, Map.of(answerId, mirror.copy().length()));
      mirror.known().completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
    return mirror.copy();
  }

  private Mirror mirror(String answerId, Topic topic, String nodeId) {
    var mirror = mirrors.computeIfAbsent(answerId, id -> Mirror.of(id, topic, nodeId));
    mirror.want();
    return mirror;
  }

  /// Asks a node for what comes after these offsets.
  void ask(String nodeId, Map<String, Integer> offsets) {
    var _ = intercom.tell(nodeId, new Word.Follow(intercom.self(), offsets));
  }

  /// On a thread that must not wait.
  void hear(Word.Grown grown) {
    for (var piece : grown.pieces()) {
      var mirror = mirrors.get(piece.answerId());
      if (mirror != null) {
        hear(mirror, piece);
      }
    }
  }

  private void hear(Mirror mirror, Word.Piece piece) {
    var fits = mirror.take(piece.from(), piece.text());
    mirror.heard();
    if (piece.last()) {
      threads.execute(() -> look(mirror));
    } else if (!fits) {
      ask(mirror.nodeId(), Map.of(piece.answerId(), mirror.copy().length()));
    }
  }

  /// Looks how an answer stands in the database, and ends it here if it has ended there. Blocks.
  void look(Mirror mirror) {
    try {
      switch (standings.find(mirror.copy().id())) {
        case Standing.Ended(var text, var end) -> end(mirror, text, end);
        case Standing.Deleted _ -> end(mirror, "", new End.Failed(Gone.conversation(), null));
        case Standing.Writing _ -> {
          // Its node will tell.
        }
      }
    } catch (DataAccessException e) {
      log.debug("How answer {} stands is looked for again", mirror.copy().id(), e);
    }
  }

  private void end(Mirror mirror, String text, End end) {
    mirrors.remove(mirror.copy().id(), mirror);
    mirror.end(text, end);
  }

  Optional<Mirror> mirror(String answerId) {
    return Optional.ofNullable(mirrors.get(answerId));
  }

  Collection<Mirror> all() {
    return mirrors.values();
  }

  /// Lets go whoever reads answers of other nodes here: they take up where they are elsewhere.
  void letGo() {
    mirrors.values().forEach(Mirror::letGo);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
