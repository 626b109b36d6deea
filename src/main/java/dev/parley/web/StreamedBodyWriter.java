package dev.parley.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Sends a [StreamedBody]: what a virtual thread writes goes out in pieces, as fast as the client
/// takes them, and little is held in between.
@Component
final class StreamedBodyWriter implements HandlerResultHandler, Ordered, AutoCloseable {

  private static final int PIECE = 8_192;

  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public boolean supports(HandlerResult result) {
    return result.getReturnValue() instanceof StreamedBody;
  }

  @Override
  public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
    var body = (StreamedBody) Objects.requireNonNull(result.getReturnValue());
    var response = exchange.getResponse();
    response.getHeaders().setContentType(body.type());
    response
        .getHeaders()
        .setContentDisposition(ContentDisposition.attachment().filename(body.fileName()).build());
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    return response.writeWith(
        DataBufferUtils.outputStreamPublisher(
            out -> write(body, out), response.bufferFactory(), writers, PIECE));
  }

  private static void write(StreamedBody body, OutputStream out) {
    try {
      body.writing().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
