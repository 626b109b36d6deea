package dev.parley.web;

import dev.parley.platform.Errand;
import dev.parley.platform.Ids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Gives every request an id, which its answer, its errors and its lines in the log carry. A sound
/// one that the client sent is kept.
@Component
@Order(FilterOrder.REQUEST_ID)
public final class RequestId implements WebFilter {

  public static final String HEADER = "X-Request-Id";

  private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final Ids ids;

  RequestId(Ids ids) {
    this.ids = ids;
  }

  /// The id of a request that has passed this filter.
  public static String of(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(HEADER, "");
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var id = choose(exchange.getRequest().getHeaders().getFirst(HEADER));
    exchange.getAttributes().put(HEADER, id);
    exchange.getResponse().getHeaders().set(HEADER, id);
    var errand = new Errand(id, RequestTrace.of(exchange));
    return chain.filter(exchange).contextWrite(context -> context.put(RequestThreads.KEY, errand));
  }

  private String choose(@Nullable String sent) {
    return sent != null && SOUND.matcher(sent).matches() ? sent : ids.next("req");
  }
}
