package dev.parley.answer;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;

/// Gives a controller the [Origin] of a question.
@Component
class OriginArgument implements SyncHandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Origin.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
    return new Origin(
        ServerHttpRequestDecorator.<Connection>getNativeRequest(request).channel().eventLoop(),
        accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE),
        accept != null && isTextAlone(accept),
        exchange.getRequiredAttribute(Leaving.ATTRIBUTE));
  }

  /// Many clients list plain text beside JSON without meaning it.
  private static boolean isTextAlone(String accept) {
    return accept.contains(MediaType.TEXT_PLAIN_VALUE)
        && !accept.contains(MediaType.APPLICATION_JSON_VALUE);
  }
}
