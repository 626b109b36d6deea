package dev.parley.trace;

import dev.parley.platform.Presence;
import dev.parley.web.FilterOrder;
import dev.parley.web.RequestId;
import dev.parley.web.RequestTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A span for each request, until the last of its answer is out, in the trace that its sender
/// names.
@Component
@Profile("!" + Presence.BESIDE)
@OnTraces
@Order(FilterOrder.TRACES)
final class RequestTraces implements WebFilter {

  private static final int FAILURE = 500;

  private final Tracer tracer;

  RequestTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    var span =
        tracer
            .spanBuilder(method(request.getMethod()))
            .setParent(Traceparent.read(request.getHeaders().getFirst(RequestTrace.FIELD)))
            .setSpanKind(SpanKind.SERVER)
            .startSpan();
    RequestTrace.set(exchange, Traceparent.of(span));
    return chain.filter(exchange).doFinally(_ -> end(span, exchange));
  }

  private static void end(Span span, ServerWebExchange exchange) {
    var method = method(exchange.getRequest().getMethod());
    var pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern != null) {
      span.updateName(method + " " + pattern);
      span.setAttribute("http.route", pattern.toString());
    }
    var status = exchange.getResponse().getStatusCode();
    var number = status == null ? 200 : status.value();
    span.setAttribute("http.request.method", method);
    span.setAttribute("http.response.status_code", number);
    span.setAttribute("parley.request_id", RequestId.of(exchange));
    if (number >= FAILURE) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  private static String method(HttpMethod method) {
    for (var known : HttpMethod.values()) {
      if (known.equals(method)) {
        return method.name();
      }
    }
    return "_OTHER";
  }
}
