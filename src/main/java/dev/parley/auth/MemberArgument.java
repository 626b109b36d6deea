package dev.parley.auth;

import dev.parley.web.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives a controller the member who asks. A call that takes a [Caller.Member] is thereby one for
/// people who are signed in.
@Component
final class MemberArgument implements SyncHandlerMethodArgumentResolver {

  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;
  private final Revocations revocations;

  MemberArgument(AccessTokens tokens, Revocations revocations) {
    this.tokens = tokens;
    this.revocations = revocations;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.Member.class;
  }

  /// The member whose token the request carries.
  ///
  /// @throws Unauthenticated where there is no token or it does not hold
  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    var member = member(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
    new Permit(member.accountId(), member.sessionId(), () -> revocations.concern(member))
        .addTo(exchange);
    return member;
  }

  private Caller.Member member(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Unauthenticated();
    }
    return tokens
        .read(authorization.substring(SCHEME.length()).strip())
        .orElseThrow(Unauthenticated::new);
  }
}
