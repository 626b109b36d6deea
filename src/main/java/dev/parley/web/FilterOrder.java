package dev.parley.web;

import org.springframework.core.Ordered;

/// The order in which requests pass the filters: all of them work in memory alone.
final class FilterOrder {

  static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;
  static final int SECURITY_HEADERS = REQUEST_ID + 1;
  static final int CORS = SECURITY_HEADERS + 1;
  static final int TRAILING_SLASH = CORS + 1;
  static final int BODY_LIMIT = TRAILING_SLASH + 1;

  private FilterOrder() {}
}
