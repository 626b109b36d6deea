package dev.parley.web;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The one place that turns failures into answers.
@Component
@Order(-2)
final class Problems implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final JsonMapper json;
  private final RefusalCounts counts;
  private final List<ErrorForm> forms;

  Problems(JsonMapper json, RefusalCounts counts, List<ErrorForm> forms) {
    this.json = json;
    this.counts = counts;
    this.forms = forms;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    var refusal = Failures.explain(failure);
    counts.count(refusal);
    if (refusal instanceof Defect) {
      log.error(
          "{} {} failed, request {}",
          exchange.getRequest().getMethod(),
          exchange.getRequest().getPath(),
          RequestId.of(exchange),
          failure);
    }
    return write(refusal, failure, exchange, response);
  }

  private Mono<Void> write(
      Refusal refusal, Throwable failure, ServerWebExchange exchange, ServerHttpResponse response) {
    var headers = response.getHeaders();
    if (failure instanceof ErrorResponse spring) {
      headers.putAll(spring.getHeaders());
    }
    refusal.addTo(headers);
    headers.remove(HttpHeaders.CONTENT_LENGTH);
    response.setStatusCode(refusal.status());
    var path = exchange.getRequest().getPath().value();
    var body = body(refusal, path, RequestId.of(exchange), headers);
    headers.setContentLength(body.length);
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private byte[] body(Refusal refusal, String path, String requestId, HttpHeaders headers) {
    for (var form : forms) {
      if (form.isFor(path)) {
        form.addTo(headers, refusal);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return json.writeValueAsBytes(form.body(refusal));
      }
    }
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return json.writeValueAsBytes(Problem.of(refusal, path, requestId));
  }
}
