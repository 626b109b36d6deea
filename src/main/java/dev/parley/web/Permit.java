package dev.parley.web;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.web.server.ServerWebExchange;

/// What a request rests on: the session or token that was shown. A stream may outlive an access
/// token's 15 minutes, but not this.
///
/// @param id of the session or token
/// @param ended whether it has ended by now; asked in memory
public record Permit(String accountId, String id, BooleanSupplier ended) {

  private static final String ATTRIBUTE = Permit.class.getName();

  /// Notes that the request rests on this.
  public void addTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  /// What a request rests on; nothing where it is open to all.
  public static Optional<Permit> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }
}
