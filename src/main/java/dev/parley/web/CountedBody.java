package dev.parley.web;

import java.util.function.LongConsumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/// A request whose body is refused as soon as it has become too large, or finds no room. Belongs to
/// the event loop of its connection.
final class CountedBody extends ServerHttpRequestDecorator {

  private final long limit;
  private final LongConsumer room;
  private long read;

  /// @param room is told how many bytes more are held, or less; it refuses them where it has none
  CountedBody(ServerHttpRequest request, long limit, LongConsumer room) {
    super(request);
    this.limit = limit;
    this.room = room;
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return super.getBody()
        .<DataBuffer>handle(
            (part, sink) -> {
              try {
                count(part.readableByteCount());
                sink.next(part);
              } catch (Refusal refusal) {
                DataBufferUtils.release(part);
                sink.error(refusal);
              }
            })
        .doFinally(_ -> giveBack());
  }

  private void count(int bytes) {
    if (read + bytes > limit) {
      throw new TooLarge(limit);
    }
    room.accept(bytes);
    read += bytes;
  }

  private void giveBack() {
    room.accept(-read);
    read = 0;
  }
}
