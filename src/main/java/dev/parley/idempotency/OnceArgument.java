package dev.parley.idempotency;

import dev.parley.web.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/// Gives a controller the [Once] of a request.
@Component
class OnceArgument implements SyncHandlerMethodArgumentResolver {

  private static final int LONGEST = 255;

  private final Idempotency idempotency;
  private final TransactionTemplate transactions;
  private final JsonMapper json;

  OnceArgument(Idempotency idempotency, PlatformTransactionManager transactions, JsonMapper json) {
    this.idempotency = idempotency;
    this.transactions = new TransactionTemplate(transactions);
    this.json = json;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Once.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return new Once(
        idempotency,
        transactions,
        json,
        check(request.getHeaders().getFirst(Once.KEY)),
        request.getMethod() + " " + request.getPath().value(),
        exchange.getResponse().getHeaders());
  }

  private static @Nullable String check(@Nullable String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST)) {
      throw new Invalid(Once.KEY, "must have 1 to %d characters".formatted(LONGEST));
    }
    return key;
  }
}
