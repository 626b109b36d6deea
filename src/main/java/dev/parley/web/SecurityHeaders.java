package dev.parley.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Tells browsers what not to do with any answer: not to guess its type, not to keep it, not to
/// tell others where it came from, not to run or frame it. [Pages] loosens this for the pages that
/// the server itself brings.
@Component
@Order(FilterOrder.SECURITY_HEADERS)
final class SecurityHeaders implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var headers = exchange.getResponse().getHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    return chain.filter(exchange);
  }
}
