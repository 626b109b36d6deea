package dev.parley.answer;

import dev.parley.web.Permit;
import dev.parley.web.Refusal;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/// Holds each stream to what its request rests on.
@Component
class Tenure {

  /// How long a stream has to say that it ends. A client that does not take even that has its
  /// connection closed.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenStreams streams;

  Tenure(OpenStreams streams) {
    this.streams = streams;
  }

  /// The same writing, which is told when it has to end.
  ///
  /// @param end told, on whatever thread, why; it may be told twice
  Mono<Void> bind(ServerWebExchange exchange, Consumer<Refusal> end, Mono<Void> writing) {
    var permit = Permit.of(exchange);
    if (permit.isEmpty()) {
      return writing;
    }
    Connection connection = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
    return Mono.using(() -> enter(permit.get(), connection, end), _ -> writing, this::leave);
  }

  private Stay enter(Permit permit, Connection connection, Consumer<Refusal> end) {
    var stay = new Stay(permit, connection, end);
    streams.enter(permit, stay);
    return stay;
  }

  private void leave(Stay stay) {
    stay.left = true;
    streams.leave(stay.permit, stay);
  }

  /// A stream for as long as it is written.
  private static final class Stay implements Consumer<Refusal> {

    private final Permit permit;
    private final Connection connection;
    private final EventLoop loop;
    private final Consumer<Refusal> end;
    private volatile boolean left;

    Stay(Permit permit, Connection connection, Consumer<Refusal> end) {
      this.permit = permit;
      this.connection = connection;
      this.loop = connection.channel().eventLoop();
      this.end = end;
    }

    @Override
    public void accept(Refusal because) {
      end.accept(because);
      var _ = loop.schedule(this::cutOff, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cutOff() {
      if (!left) {
        connection.dispose();
      }
    }
  }
}
