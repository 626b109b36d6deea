package dev.parley.auth;

import dev.parley.platform.Secret;
import dev.parley.web.Insider;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives a controller the [Insider] that its call is for: an administrator who is signed in, or
/// whoever shows the token of the settings. Nothing is looked up for it, so it works while the
/// database does not.
@Component
final class InsiderArgument implements SyncHandlerMethodArgumentResolver {

  private final AccessTokens tokens;
  private final InsiderSettings settings;

  InsiderArgument(AccessTokens tokens, InsiderSettings settings) {
    this.tokens = tokens;
    this.settings = settings;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Insider.class;
  }

  /// The insider; nothing for others, where the call takes those, too.
  ///
  /// @throws Forbidden where it does not, and somebody else is signed in
  /// @throws Unauthenticated where it does not, and nobody is
  @Override
  public @Nullable Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    var token = Bearer.of(exchange.getRequest());
    if (token.filter(this::isInsider).isPresent()) {
      return new Insider();
    }
    if (parameter.isOptional()) {
      return null;
    }
    throw token.flatMap(tokens::read).isPresent() ? new Forbidden() : new Unauthenticated();
  }

  private boolean isInsider(String token) {
    var set = settings.token();
    return (set != null && set.equals(new Secret(token)))
        || tokens.read(token).filter(member -> member.role() == Role.ADMIN).isPresent();
  }
}
