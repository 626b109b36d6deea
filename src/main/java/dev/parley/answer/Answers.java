package dev.parley.answer;

import dev.parley.limit.Places;
import dev.parley.model.ModelCall;
import dev.parley.model.ModelService;
import dev.parley.node.LeaseLost;
import dev.parley.node.ThisNode;
import dev.parley.platform.Secret;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The answers that are being written.
@Component
public class Answers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final ConcurrentMap<String, LiveAnswer> live = new ConcurrentHashMap<>();

  /// Those whose ends could not be stored, until the database has them as ended.
  private final ConcurrentMap<String, LiveAnswer> unkept = new ConcurrentHashMap<>();
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final ModelService model;
  private final Keeping keeping;
  private final Feed feed;
  private final Places places;
  private final ThisNode node;
  private final AnswerTimes times;
  private final Backlog backlog;
  private final AtomicBoolean tookBack = new AtomicBoolean();
  private volatile boolean closing;

  Answers(
      ModelService model,
      Keeping keeping,
      Feed feed,
      Places places,
      ThisNode node,
      AnswerTimes times,
      Backlog backlog) {
    this.model = model;
    this.keeping = keeping;
    this.feed = feed;
    this.places = places;
    this.node = node;
    this.times = times;
    this.backlog = backlog;
  }

  /// Asks with the key that somebody has of the model service, or with the server's: then it
  /// refuses right now, before anything is stored, where asking is known to be of no use.
  ///
  /// @param keys finds the key as it is by then; none: the server's is used
  /// @throws dev.parley.model.ModelFailure where the model is known to be down
  public <T> T withKeyOf(
      String ownerId, Supplier<@Nullable Secret> keys, Function<@Nullable Secret, T> asking) {
    var key = keys.get();
    if (key == null) {
      model.checkAvailable();
    }
    var asked = asking.apply(key);
    if (key != null && keys.get() == null) {
      // Deleted meanwhile, by somebody who may not have seen this answer yet.
      forgetKey(ownerId);
    }
    return asked;
  }

  /// Has a question stored, then asks the model. Whoever finds the stored answer finds it here,
  /// too, from the first moment on.
  ///
  /// @param id the answer's
  /// @param storing stores the question and the empty answer; what it throws is thrown on, and
  /// nothing is asked. It runs what it is given once it knows that the question can be accepted,
  /// and before it commits: that takes a place among the answers that are being written
  /// @throws ServerShutdown where the server is being stopped
  /// @throws dev.parley.limit.LimitReached where too many answers are being written
  public <Q extends Opening> Begun<Q> write(
      String id, Topic topic, Origin origin, AnswerStore store, Function<Runnable, Q> storing) {
    node.requireLease();
    var seat = new Seat(places, topic.ownerId());
    var answer = new LiveAnswer(id, topic, store, this::sealed);
    live.put(id, answer);
    Q question;
    try {
      // Asked only now: either the answer is seen by whoever waits for all of them, or that is seen
      // here.
      if (closing) {
        throw new ServerShutdown();
      }
      question = backlog.storing(() -> storing.apply(seat::take));
      seat.take();
    } catch (RuntimeException e) {
      live.remove(id);
      seat.leave();
      throw e;
    }
    var _ = answer.end().thenRun(seat::leave);
    answer.start(question);
    if (store.savesText()) {
      feed.begun(answer, question);
    }
    var loop = origin.loop();
    loop.execute(() -> answer.errand().run(() -> ask(answer, question.call(), loop)));
    return new Begun<>(answer, question);
  }

  private void ask(LiveAnswer answer, ModelCall call, ScheduledExecutorService loop) {
    try {
      answer.asked(model.ask(call, answer, loop));
    } catch (RuntimeException e) {
      log.error("Answer {} could not be asked for", answer.id(), e);
      answer.cancel(text -> Ending.failed(text, null, new NotAsked()));
    }
  }

  /// The answers that are being written to the questions of an account's running thread.
  List<LiveAnswer> toQuestions(String ownerId) {
    return live.values().stream()
        .filter(answer -> answer.topic().isQuestion())
        .filter(answer -> answer.topic().ownerId().equals(ownerId))
        .filter(answer -> answer.started() != null)
        .toList();
  }

  public Optional<LiveAnswer> find(String id) {
    return Optional.ofNullable(live.get(id));
  }

  /// Ends an answer as stopped, if it is still being written, and returns when that is stored.
  public void stop(String id) {
    var answer = live.get(id);
    if (answer != null) {
      answer.cancel(Ending::stopped);
      answer.end().join();
    }
  }

  /// Ends answers as stopped, if they are still being written. What was written so far is stored.
  public void stopAll(Predicate<Topic> which) {
    for (var answer : live.values()) {
      if (which.test(answer.topic())) {
        answer.cancel(Ending::stopped);
      }
    }
  }

  /// Ends the answers whose conversation, or owner, is no more.
  public void forget(Predicate<Topic> deleted) {
    for (var answer : live.values()) {
      if (deleted.test(answer.topic())) {
        answer.cancel(text -> Ending.failed(text, null, Gone.conversation()));
        tookBack.set(true);
      }
    }
    unkept.values().removeIf(answer -> deleted.test(answer.topic()));
  }

  /// Ends the answers that an account has asked for with a key of its own, which is no more.
  public void forgetKey(String ownerId) {
    for (var answer : live.values()) {
      if (answer.topic().ownerId().equals(ownerId) && answer.hasOwnKey()) {
        answer.cancel(text -> Ending.failed(text, null, Gone.key()));
      }
    }
  }

  /// The answers that the database knows to be written here, by their ids.
  public Set<String> stored() {
    return live.values().stream()
        .filter(answer -> answer.store().savesText() && answer.started() != null)
        .map(LiveAnswer::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Ends answers that were ended, or deleted, by way of another node: the database knows how.
  public void endAsStored(Collection<String> ids) {
    for (var id : ids) {
      find(id).ifPresent(answer -> answer.cancel(Ending::stopped));
      tookBack.set(true);
    }
  }

  /// Ends all answers: others have cleared them away.
  @EventListener
  void hear(LeaseLost lost) {
    log.warn("{} answers of {} are given up", live.size(), lost.nodeId());
    endAll(text -> Ending.failed(text, null, new StoodStill()));
  }

  /// Whether any answer was deleted since this was last asked.
  boolean tookBack() {
    return tookBack.getAndSet(false);
  }

  Collection<LiveAnswer> all() {
    return Collections.unmodifiableCollection(live.values());
  }

  /// Those whose text is to be saved.
  Stream<LiveAnswer> toSave() {
    return Stream.concat(live.values().stream(), unkept.values().stream())
        .filter(answer -> answer.store().savesText());
  }

  /// The texts of those whose ends could not be stored, by their ids.
  public Map<String, String> unkept() {
    var texts = new HashMap<String, String>();
    unkept.forEach((id, answer) -> answer.ending().ifPresent(end -> texts.put(id, end.text())));
    return texts;
  }

  /// Forgets the texts of those that the database has as ended by now.
  ///
  /// @param unfinished those that it has not
  public void forgetKept(Set<String> unfinished) {
    unkept.keySet().retainAll(unfinished);
  }

  /// Takes no new questions from now on.
  void refuse() {
    closing = true;
  }

  void endAll(Function<String, Ending> how) {
    live.values().forEach(answer -> answer.cancel(how));
  }

  private void sealed(LiveAnswer answer) {
    blocking.execute(() -> answer.errand().run(() -> end(answer)));
  }

  private void end(LiveAnswer answer) {
    var pace = answer.pace();
    var began = System.nanoTime();
    var end = keeping.store(answer);
    leave(answer, end);
    log.info("Answer {} took {}", answer.id(), pace);
    var usage = answer.ending().orElseThrow().usage();
    times.ended(end, pace, usage, System.nanoTime() - began);
    answer.close(end);
    if (answer.store().savesText()) {
      feed.publish(answer.topic().ownerId(), end.event(), end::data);
    }
  }

  private void leave(LiveAnswer answer, End end) {
    if (end instanceof End.Failed(NotStored _, _) && answer.store().savesText()) {
      unkept.put(answer.id(), answer);
    }
    live.remove(answer.id());
    if (end instanceof End.Failed(Gone _, _)) {
      tookBack.set(true);
    }
  }

  @Override
  public void close() {
    blocking.close();
  }
}
