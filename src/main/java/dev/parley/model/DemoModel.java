package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// Stands in while no model service is set, so that everything else can be tried. It says in every
/// answer what it is.
final class DemoModel implements ModelService {

  private static final int QUOTED = 300;

  private final Duration pace;
  private final Clock clock;

  /// @param pace the time from one word to the next
  DemoModel(Duration pace, Clock clock) {
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public Ongoing ask(ModelCall call, ModelListener listener, ScheduledExecutorService loop) {
    var answer = answer(call);
    var usage = new Usage(inputTokens(call), TokenEstimate.of(answer));
    var words = List.of(answer.split("(?<= )"));
    var passed =
        call.passage() == null ? null : DemoCompletion.of(call.passage(), call.model(), clock);
    if (passed != null) {
      passed.begin();
    }
    return Flux.fromIterable(words)
            .delayElements(pace, Schedulers.fromExecutorService(loop))
            .subscribe(
                text -> {
                  if (passed != null) {
                    passed.say(text);
                  }
                  listener.onText(text);
                },
                error ->
                    listener.onEnd(
                        new ModelEnd.Broken(ModelFailure.reported(error.toString()), null)),
                () -> {
                  if (passed != null) {
                    passed.finish(answer, usage);
                  }
                  listener.onEnd(new ModelEnd.Whole(usage));
                })
        ::dispose;
  }

  @Override
  public void checkAvailable() {
    // It always is.
  }

  private static String answer(ModelCall call) {
    var question = call.turns().getLast().content();
    var quoted = question.length() <= QUOTED ? question : beginning(question) + "…";
    return """
    I am Parley's built-in demo model, not a real one: neither OPENAI_API_KEY nor OPENAI_BASE_URL is set. \
    You wrote: “%s” I was sent %d messages with it. Set one of the two and start again, and a real model \
    answers here.\
    """
        .formatted(quoted, call.turns().size() - 1);
  }

  private static String beginning(String question) {
    var splits = Character.isHighSurrogate(question.charAt(QUOTED - 1));
    return question.substring(0, splits ? QUOTED - 1 : QUOTED);
  }

  private static int inputTokens(ModelCall call) {
    return call.turns().stream().mapToInt(turn -> TokenEstimate.of(turn.content())).sum();
  }
}
