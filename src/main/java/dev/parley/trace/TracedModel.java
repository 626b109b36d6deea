package dev.parley.trace;

import dev.parley.model.ModelCall;
import dev.parley.model.ModelEnd;
import dev.parley.model.ModelListener;
import dev.parley.model.ModelService;
import dev.parley.model.Ongoing;
import dev.parley.platform.Errand;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/// A span for each question to the model service, in the trace of the request that asked it, which
/// goes on to the service. It says which model was asked and how many tokens that took, and nothing
/// of what was said.
final class TracedModel implements ModelService {

  private final ModelService model;
  private final Tracer tracer;

  TracedModel(ModelService model, Tracer tracer) {
    this.model = model;
    this.tracer = tracer;
  }

  @Override
  public Ongoing ask(ModelCall call, ModelListener listener, ScheduledExecutorService loop) {
    var errand = Errand.current();
    var span =
        tracer
            .spanBuilder("chat " + call.model())
            .setParent(Traceparent.read(errand.trace()))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", "openai")
            .setAttribute("gen_ai.request.model", call.model())
            .setAttribute("gen_ai.output.type", "text")
            .startSpan();
    var asked = new AtomicReference<Ongoing>();
    new Errand(errand.id(), Traceparent.of(span))
        .run(() -> asked.set(model.ask(call, new Listening(span, listener), loop)));
    return () -> {
      // Said before the model hears of it: what comes first ends the span.
      span.setAttribute("error.type", "cancelled");
      span.end();
      asked.get().cancel();
    };
  }

  @Override
  public void checkAvailable() {
    model.checkAvailable();
  }

  private static final class Listening implements ModelListener {

    private final Span span;
    private final ModelListener listener;
    private boolean begun;

    Listening(Span span, ModelListener listener) {
      this.span = span;
      this.listener = listener;
    }

    @Override
    public void onText(CharSequence text) {
      if (!begun) {
        begun = true;
        span.addEvent("first text");
      }
      listener.onText(text);
    }

    @Override
    public void onEnd(ModelEnd end) {
      var usage =
          switch (end) {
            case ModelEnd.Whole whole -> whole.usage();
            case ModelEnd.Broken broken -> broken.usage();
          };
      if (usage != null) {
        span.setAttribute("gen_ai.usage.input_tokens", usage.inputTokens());
        span.setAttribute("gen_ai.usage.output_tokens", usage.outputTokens());
      }
      if (end instanceof ModelEnd.Broken broken) {
        span.setAttribute("error.type", broken.failure().code());
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
      listener.onEnd(end);
    }
  }
}
