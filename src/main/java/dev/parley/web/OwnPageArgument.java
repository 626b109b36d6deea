package dev.parley.web;

import dev.parley.platform.Profile;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives a controller the [OwnPage] that a request came from. What browsers say of that no page can
/// change: `Sec-Fetch-Site` (W3C Fetch Metadata), and where the connection is not encrypted or the
/// browser is an old one, `Origin`.
@Component
final class OwnPageArgument implements SyncHandlerMethodArgumentResolver {

  private static final String SITE = "Sec-Fetch-Site";

  private final Profile profile;

  OwnPageArgument(Profile profile) {
    this.profile = profile;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == OwnPage.class;
  }

  /// @throws ForeignPage where the request came from a page of another site, or from no page
  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    if (!isOwn(exchange.getRequest())) {
      throw new ForeignPage();
    }
    return new OwnPage(exchange.getRequest(), exchange.getResponse(), profile);
  }

  private static boolean isOwn(ServerHttpRequest request) {
    var headers = request.getHeaders();
    var site = headers.getFirst(SITE);
    return site == null
        ? isSame(headers.getOrigin(), headers.getFirst(HttpHeaders.HOST))
        : "same-origin".equals(site);
  }

  private static boolean isSame(@Nullable String origin, @Nullable String host) {
    try {
      return origin != null
          && host != null
          && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
