package dev.parley.web;

import org.springframework.web.server.ServerWebExchange;

/// The place of a request in a trace, where there are traces.
public final class RequestTrace {

  /// The header field of W3C Trace Context.
  public static final String FIELD = "traceparent";

  private static final String ATTRIBUTE = RequestTrace.class.getName();

  private RequestTrace() {}

  /// Notes where a request is.
  public static void set(ServerWebExchange exchange, String traceparent) {
    exchange.getAttributes().put(ATTRIBUTE, traceparent);
  }

  /// Where it is; empty where there are no traces.
  static String of(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(ATTRIBUTE, "");
  }
}
