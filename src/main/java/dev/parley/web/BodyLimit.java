package dev.parley.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses a body that is too large: before reading any of it where its length is announced, else
/// as soon as it has become too large. A call that takes more says so with a [LargeBody].
@Component
@Order(FilterOrder.BODY_LIMIT)
final class BodyLimit implements WebFilter {

  private final long usual;
  private final List<LargeBody> larger;

  BodyLimit(WebSettings settings, List<LargeBody> larger) {
    this.usual = settings.maxBody().toBytes();
    this.larger = larger;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var limit = limit(exchange.getRequest());
    var length = exchange.getRequest().getHeaders().getContentLength();
    if (length > limit) {
      return Mono.error(new TooLarge(limit));
    }
    if (length >= 0) {
      return chain.filter(exchange);
    }
    return chain.filter(
        exchange.mutate().request(new Counted(exchange.getRequest(), limit)).build());
  }

  private long limit(ServerHttpRequest request) {
    for (var body : larger) {
      if (body.isOf(request)) {
        return body.limit().toBytes();
      }
    }
    return usual;
  }

  private static final class Counted extends ServerHttpRequestDecorator {

    private final long limit;
    private long read;

    Counted(ServerHttpRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return super.getBody()
          .doOnNext(
              part -> {
                read += part.readableByteCount();
                if (read > limit) {
                  throw new TooLarge(limit);
                }
              });
    }
  }
}
