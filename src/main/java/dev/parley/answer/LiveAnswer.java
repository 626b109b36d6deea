package dev.parley.answer;

import dev.parley.model.ModelEnd;
import dev.parley.model.ModelListener;
import dev.parley.model.Ongoing;
import dev.parley.platform.Errand;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An answer while it lives: its text, which the model makes grow, and the readers that are woken
/// when it has grown. Nobody's connection owns it. One lock guards it all, held for moments only.
///
/// It ends in two steps. Once sealed, it has an [Ending] and no text comes any more; once that is
/// stored, it has an [End], which readers are told after the last of the text.
public final class LiveAnswer implements ModelListener {

  private static final Logger log = LoggerFactory.getLogger(LiveAnswer.class);

  private final String id;
  private final Topic topic;
  private final AnswerStore store;
  private final Consumer<LiveAnswer> whenSealed;
  private final GrowingText text = new GrowingText();
  private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();

  /// Never changed, but replaced.
  private Runnable[] readers = {};

  private @Nullable Object started;
  private @Nullable Ongoing ongoing;
  private @Nullable Ending ending;
  private int saved;
  private final Errand errand = Errand.current();
  private final Pacing pacing = new Pacing();

  LiveAnswer(String id, Topic topic, AnswerStore store, Consumer<LiveAnswer> whenSealed) {
    this.id = id;
    this.topic = topic;
    this.store = store;
    this.whenSealed = whenSealed;
  }

  /// An answer that ended before, for readers that come late.
  ///
  /// @param started the body of the event that comes first, where it is to come again
  public static LiveAnswer past(
      String id, Topic topic, AnswerStore store, @Nullable Object started, String text, End end) {
    var answer = new LiveAnswer(id, topic, store, _ -> {});
    answer.started = started;
    answer.text.append(text);
    answer.text.close();
    answer.end.complete(end);
    return answer;
  }

  public String id() {
    return id;
  }

  /// The request that asked for it.
  Errand errand() {
    return errand;
  }

  Topic topic() {
    return topic;
  }

  AnswerStore store() {
    return store;
  }

  /// The body of the event that comes first.
  synchronized void start(Object body) {
    started = body;
  }

  /// Says what comes first, where that is not known yet.
  public synchronized void startIfUnknown(Object body) {
    started = started == null ? body : started;
  }

  synchronized @Nullable Object started() {
    return started;
  }

  /// Whether it was asked for with a key of the asker's own.
  synchronized boolean hasOwnKey() {
    return started instanceof Opening opening && opening.call().ownKey() != null;
  }

  /// The model has been asked; if the answer was ended in the meantime, the model is told so.
  void asked(Ongoing model) {
    boolean late;
    synchronized (this) {
      ongoing = model;
      late = ending != null;
    }
    if (late) {
      model.cancel();
    }
  }

  @Override
  public void onText(CharSequence more) {
    Runnable[] woken;
    synchronized (this) {
      if (ending != null) {
        return;
      }
      text.append(more);
      pacing.textCame();
      woken = readers;
    }
    if (!begun.isDone()) {
      begun.complete(null);
    }
    wake(woken);
  }

  @Override
  public void onEnd(ModelEnd modelEnd) {
    switch (modelEnd) {
      case ModelEnd.Whole whole ->
          seal(written -> Ending.completed(written, whole.calls(), whole.usage()));
      case ModelEnd.Broken broken ->
          seal(written -> Ending.failed(written, broken.usage(), broken.failure()));
    }
  }

  /// Ends it before the model does, and at the model too.
  void cancel(Function<String, Ending> how) {
    seal(how);
    Ongoing model;
    synchronized (this) {
      model = ongoing;
    }
    if (model != null) {
      model.cancel();
    }
  }

  private void seal(Function<String, Ending> how) {
    synchronized (this) {
      if (ending != null) {
        return;
      }
      text.close();
      ending = how.apply(text.characters().toString()).at(pacing.pace());
    }
    whenSealed.accept(this);
  }

  synchronized Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  /// Tells the readers how it ended.
  void close(End how) {
    end.complete(how);
    begun.complete(null);
    Runnable[] woken;
    synchronized (this) {
      woken = readers;
    }
    wake(woken);
  }

  /// How it has come so far.
  synchronized Pace pace() {
    return pacing.pace();
  }

  /// Comes with the first text, or with the end where there is none.
  CompletableFuture<@Nullable Void> begun() {
    return begun;
  }

  /// Comes when the end is stored.
  CompletableFuture<End> end() {
    return end;
  }

  /// Adds a reader, which is run, on whatever thread, whenever there is more for it.
  synchronized void add(Runnable reader) {
    readers = Stream.concat(Stream.of(readers), Stream.of(reader)).toArray(Runnable[]::new);
  }

  synchronized void remove(Runnable reader) {
    readers = Stream.of(readers).filter(other -> other != reader).toArray(Runnable[]::new);
  }

  /// Whether it has any reader.
  synchronized boolean isRead() {
    return readers.length > 0;
  }

  /// Lets go its readers without an end: they are to ask anew, and take up where they are.
  void letGo() {
    end.cancel(false);
    begun.complete(null);
    Runnable[] woken;
    synchronized (this) {
      woken = readers;
    }
    wake(woken);
  }

  /// The text between two offsets.
  synchronized String text(int from, int to) {
    return text.characters().substring(from, to);
  }

  /// UTF-16 units written so far.
  public synchronized int length() {
    return text.length();
  }

  /// Writes down the text between two offsets, the second of which there is already.
  synchronized void read(int from, int to, Notation notation, ByteBuf into) {
    notation.delta(text.characters(), from, to, into);
  }

  /// Where a piece of at most `limit` units ends that begins at an offset; at that very offset, if
  /// there is no more text. No piece ends inside a surrogate pair.
  synchronized int pieceEnd(int from, int limit) {
    var to = Math.min(text.length(), from + limit);
    var splits = to > from + 1 && Character.isHighSurrogate(text.characters().charAt(to - 1));
    return Math.max(from, splits ? to - 1 : to);
  }

  /// Where a piece ends as a notation has it.
  ///
  /// @param hasEnded whether no more text comes
  synchronized int pieceEnd(int from, int limit, Notation notation, boolean hasEnded) {
    var to = pieceEnd(from, limit);
    var isLast = hasEnded && to == text.length();
    return to == from ? from : notation.pieceEnd(text.characters(), from, to, isLast);
  }

  /// The text that has not been saved yet, or all there is; if any. Once it has ended all of it is
  /// on its way to where it stays, so nothing is added; what was saved remains until it is there.
  synchronized Optional<Part> unsaved(boolean whole) {
    var from = whole ? 0 : saved;
    var isOver = ending != null && (!whole || ending.failure() instanceof Gone);
    return isOver || from >= text.length()
        ? Optional.empty()
        : Optional.of(new Part(id, from, text.characters().substring(from)));
  }

  synchronized void saved(Part part) {
    saved = Math.max(saved, part.from() + part.text().length());
  }

  /// A reader that fails is let go, and takes nothing from the others.
  private void wake(Runnable[] readers) {
    for (var reader : readers) {
      try {
        reader.run();
      } catch (RuntimeException e) {
        log.error("A reader of answer {} failed", id, e);
        remove(reader);
      }
    }
  }
}
