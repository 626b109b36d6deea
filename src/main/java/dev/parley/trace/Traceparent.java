package dev.parley.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place in a trace, as the header field `traceparent` has it (W3C Trace Context, section 3.2).
final class Traceparent {

  private static final String FIELD = "traceparent";

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> fields) {
          return List.of(FIELD);
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> fields, String key) {
          return fields == null ? null : fields.get(key);
        }
      };

  private Traceparent() {}

  /// Where a text says that one is; nowhere, if it is none.
  static Context read(@Nullable String text) {
    return text == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), Map.of(FIELD, text), GETTER);
  }

  static String of(Span span) {
    var place = span.getSpanContext();
    return "00-%s-%s-%s".formatted(place.getTraceId(), place.getSpanId(), flags(place));
  }

  private static String flags(SpanContext place) {
    return place.getTraceFlags().asHex();
  }
}
