package dev.parley.limit;

import dev.parley.web.ClientAddress;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives a controller the [Meter] of a request.
@Component
class MeterArgument implements SyncHandlerMethodArgumentResolver {

  private final Counts counts;
  private final Guesses guesses;
  private final LimitSettings settings;
  private final ClientAddress addresses;

  MeterArgument(Counts counts, Guesses guesses, LimitSettings settings, ClientAddress addresses) {
    this.counts = counts;
    this.guesses = guesses;
    this.settings = settings;
    this.addresses = addresses;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Meter.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return new Meter(
        counts,
        guesses,
        settings,
        addresses.of(exchange.getRequest()),
        exchange.getResponse().getHeaders());
  }
}
