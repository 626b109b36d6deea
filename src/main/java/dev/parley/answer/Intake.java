package dev.parley.answer;

import dev.parley.web.ArrivedBody;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/// Where calls come in. Those that take an [Origin] are questions: while the server is behind they
/// are refused here, on the event loop, before a thread is taken or a byte of the body is read. Who
/// leaves before there is a reply is noticed here, too.
@Component
final class Intake implements WebFluxRegistrations {

  private final Backlog backlog;

  Intake(Backlog backlog) {
    this.backlog = backlog;
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return new Adapter(backlog);
  }

  private static final class Adapter extends RequestMappingHandlerAdapter {

    private final Backlog backlog;

    Adapter(Backlog backlog) {
      this.backlog = backlog;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
      if (handler instanceof HandlerMethod call && isAsking(call)) {
        backlog.check(
            ServerHttpRequestDecorator.<Connection>getNativeRequest(exchange.getRequest())
                .channel()
                .eventLoop());
        var leaving = new Leaving();
        exchange.getAttributes().put(Leaving.ATTRIBUTE, leaving);
        return answer(exchange, handler).doOnCancel(leaving::left);
      }
      return answer(exchange, handler);
    }

    private Mono<HandlerResult> answer(ServerWebExchange exchange, Object handler) {
      return ArrivedBody.isAwaited(exchange)
          ? ArrivedBody.await(exchange).flatMap(arrived -> super.handle(arrived, handler))
          : super.handle(exchange, handler);
    }

    private static boolean isAsking(HandlerMethod call) {
      for (var parameter : call.getMethodParameters()) {
        if (parameter.getParameterType() == Origin.class) {
          return true;
        }
      }
      return false;
    }
  }
}
