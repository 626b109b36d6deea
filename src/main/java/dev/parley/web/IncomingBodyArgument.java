package dev.parley.web;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.netty.channel.AbortedException;

/// Gives a controller the [IncomingBody] of a request.
@Component
class IncomingBodyArgument implements SyncHandlerMethodArgumentResolver {

  /// How long a client may send nothing.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IncomingBody.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return (IncomingBody) () -> impatiently(request).subscribeWith(new BodyStream());
  }

  private static Flux<DataBuffer> impatiently(ServerHttpRequest request) {
    return request
        .getBody()
        .timeout(SILENCE)
        .onErrorMap(AbortedException.class, _ -> new Malformed("The body broke off."))
        .onErrorMap(
            TimeoutException.class,
            _ ->
                new Refused(
                    HttpStatus.REQUEST_TIMEOUT,
                    "request_timeout",
                    "The rest of the body did not come."));
  }
}
