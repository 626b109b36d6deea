package dev.parley.web;

import org.springframework.core.Ordered;

/// The order in which requests pass the filters: all of them work in memory alone.
public final class FilterOrder {

  public static final int METRICS = Ordered.HIGHEST_PRECEDENCE;
  public static final int TRACES = METRICS + 1;
  static final int REQUEST_ID = TRACES + 1;
  static final int CORS = REQUEST_ID + 1;
  static final int TRAILING_SLASH = CORS + 1;
  static final int BODY_LIMIT = TRAILING_SLASH + 1;

  private FilterOrder() {}
}
