package dev.parley.web;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses a body that is too large: before reading any of it where its length is announced, else
/// as soon as it has become too large. A call that takes more says so with a [LargeBody]. All that
/// come at one time share a [BodySpace].
@Component
@Order(FilterOrder.BODY_LIMIT)
final class BodyLimit implements WebFilter {

  /// What is announced to be no larger is not counted.
  static final long SMALL = 64 * 1024;

  private final DataSize usual;
  private final List<LargeBody> larger;
  private final BodySpace space;

  BodyLimit(WebSettings settings, List<LargeBody> larger, BodySpace space) {
    this.usual = settings.maxBody();
    this.larger = larger;
    this.space = space;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    var large = large(request);
    var limit = large.map(LargeBody::limit).orElse(usual).toBytes();
    var length = request.getHeaders().getContentLength();
    if (length > limit) {
      return Mono.error(new TooLarge(limit));
    }
    if (length >= 0 && (length <= SMALL || large.isPresent())) {
      return chain.filter(exchange);
    }
    // A large one is read piece by piece.
    LongConsumer room = large.isPresent() ? _ -> {} : space::hold;
    return chain.filter(exchange.mutate().request(new CountedBody(request, limit, room)).build());
  }

  private Optional<LargeBody> large(ServerHttpRequest request) {
    for (var body : larger) {
      if (body.isOf(request)) {
        return Optional.of(body);
      }
    }
    return Optional.empty();
  }
}
