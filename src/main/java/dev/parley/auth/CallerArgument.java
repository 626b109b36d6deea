package dev.parley.auth;

import dev.parley.web.Permit;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives a controller the [Caller] that its call is for. A call that takes one is thereby closed to
/// everybody else.
@Component
final class CallerArgument implements SyncHandlerMethodArgumentResolver {

  private final AccessTokens tokens;
  private final Programs programs;
  private final Revocations revocations;

  CallerArgument(AccessTokens tokens, Programs programs, Revocations revocations) {
    this.tokens = tokens;
    this.programs = programs;
    this.revocations = revocations;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return Caller.class.isAssignableFrom(parameter.getParameterType());
  }

  /// Whoever's token the request carries.
  ///
  /// @throws Unauthenticated where there is no token or it does not hold
  /// @throws InsufficientScope where it holds, but not for this call
  /// @throws Forbidden where the call is for administrators, and the caller is none
  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    var token = Bearer.of(exchange.getRequest()).orElseThrow(Unauthenticated::new);
    var caller = caller(token, parameter.getParameterType());
    new Permit(caller.accountId(), caller.credentialId(), () -> revocations.concern(caller))
        .addTo(exchange);
    return caller;
  }

  private Caller caller(String token, Class<?> wanted) {
    return token.startsWith(Mint.PREFIX)
        ? caller(programs.read(token).orElseThrow(Unauthenticated::new), wanted)
        : caller(tokens.read(token).orElseThrow(Unauthenticated::new), wanted);
  }

  /// Who is signed in may do what any program may.
  private static Caller caller(Caller.Member member, Class<?> wanted) {
    if (wanted == Caller.Reader.class) {
      return new Caller.Reader(member.accountId(), member.sessionId());
    }
    if (wanted == Caller.Asker.class) {
      return new Caller.Asker(member.accountId(), member.sessionId());
    }
    if (wanted == Caller.Participant.class) {
      return new Caller.Participant(member.accountId(), member.sessionId());
    }
    if (wanted == Caller.Admin.class) {
      if (member.role() != Role.ADMIN) {
        throw new Forbidden();
      }
      return new Caller.Admin(member.accountId(), member.sessionId());
    }
    return member;
  }

  private static Caller caller(Programs.Program program, Class<?> wanted) {
    if (wanted == Caller.Reader.class) {
      check(program, Scope.READ);
      return new Caller.Reader(program.accountId(), program.tokenId());
    }
    if (wanted == Caller.Asker.class) {
      check(program, Scope.CHAT);
      return new Caller.Asker(program.accountId(), program.tokenId());
    }
    if (wanted == Caller.Participant.class) {
      return new Caller.Participant(program.accountId(), program.tokenId());
    }
    throw InsufficientScope.session();
  }

  private static void check(Programs.Program program, Scope scope) {
    if (!program.scopes().contains(scope)) {
      throw InsufficientScope.lacks(scope);
    }
  }
}
