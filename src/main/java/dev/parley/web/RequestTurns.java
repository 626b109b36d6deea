package dev.parley.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/// Begins every request in a turn of its own of its event loop.
///
/// Reactor Netty 1.3.7 hands a request that arrived before the one before it had ended over from a
/// queue, and never reads from the connection again if it is answered within that very call, as
/// refusals and preflights are: <https://github.com/reactor/reactor-netty/issues/4361>. 1.3.8 mends
/// it; then this can go.
@Configuration(proxyBeanMethods = false)
class RequestTurns {

  @Bean
  NettyServerCustomizer ownTurns() {
    return server -> server.mapHandle(RequestTurns::inATurnOfItsOwn);
  }

  private static Mono<Void> inATurnOfItsOwn(Mono<Void> handling, Connection connection) {
    var loop = connection.channel().eventLoop();
    return Mono.from(subscriber -> loop.execute(() -> handling.subscribe(subscriber)));
  }
}
