package dev.parley.web;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A request whose body has been waited for on the event loop. The thread that answers it has it at
/// once; else it would go back to the loop for it, and another one would go on.
///
/// The body is given out once, so that a stream that goes on for long does not keep it.
public final class ArrivedBody extends ServerHttpRequestDecorator {

  private final AtomicReference<byte @Nullable []> body;

  private ArrivedBody(ServerHttpRequest request, byte[] body) {
    super(request);
    this.body = new AtomicReference<>(body);
  }

  /// Whether a body is announced that is small enough to be waited for.
  public static boolean isAwaited(ServerWebExchange exchange) {
    var length = exchange.getRequest().getHeaders().getContentLength();
    return length > 0 && length <= BodyLimit.SMALL;
  }

  /// The same exchange once all of the body is there.
  public static Mono<ServerWebExchange> await(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return DataBufferUtils.join(request.getBody())
        .map(joined -> new ArrivedBody(request, bytes(joined)))
        .map(arrived -> exchange.mutate().request(arrived).build());
  }

  private static byte[] bytes(DataBuffer joined) {
    try {
      var bytes = new byte[joined.readableByteCount()];
      joined.read(bytes);
      return bytes;
    } finally {
      DataBufferUtils.release(joined);
    }
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return Mono.fromSupplier(() -> body.getAndSet(null))
        .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
        .flux();
  }
}
