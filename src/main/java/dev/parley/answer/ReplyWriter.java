package dev.parley.answer;

import io.netty.handler.codec.http.HttpVersion;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// Where the blocking world hands over to the event loop: it writes the [Reply] that a controller
/// returned.
@Component
class ReplyWriter implements HandlerResultHandler, Ordered {

  private static final Logger log = LoggerFactory.getLogger(ReplyWriter.class);

  private final EventNotation notation;
  private final AnswerSettings settings;
  private final Feed feed;
  private final JsonMapper json;

  ReplyWriter(EventNotation notation, AnswerSettings settings, Feed feed, JsonMapper json) {
    this.notation = notation;
    this.settings = settings;
    this.feed = feed;
    this.json = json;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public boolean supports(HandlerResult result) {
    return result.getReturnValue() instanceof Reply;
  }

  @Override
  public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
    var response = exchange.getResponse();
    return switch ((Reply) Objects.requireNonNull(result.getReturnValue())) {
      case Reply.Stream stream -> write(stream, exchange);
      case Reply.Whole whole -> write(whole, response);
      case Reply.Events events -> write(events, exchange);
      case Reply.Nothing _ -> {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        yield response.setComplete();
      }
    };
  }

  private Mono<Void> write(Reply.Stream stream, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    beginStream(exchange);
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    return response.writeWith(
        new AnswerReader(
            stream.answer(),
            notation,
            stream.after(),
            stream.fromStart(),
            line(exchange),
            (NettyDataBufferFactory) response.bufferFactory(),
            settings.commentEvery()));
  }

  private Mono<Void> write(Reply.Events events, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    beginStream(exchange);
    var frames =
        feed.listen(events.ownerId())
            .onErrorResume(
                Exceptions::isOverflow, _ -> cutOff(events.ownerId(), connection(exchange)))
            .map(frame -> response.bufferFactory().wrap(frame));
    return response.writeAndFlushWith(frames.map(Flux::just));
  }

  /// Closes the connection without waiting for what was written to it.
  private static Flux<byte[]> cutOff(String ownerId, Connection connection) {
    log.info("A device of {} listens too slowly and is cut off", ownerId);
    connection.dispose();
    return Flux.never();
  }

  private Mono<Void> write(Reply.Whole whole, ServerHttpResponse response) {
    return Mono.fromFuture(whole.answer().end(), true)
        .flatMap(
            end -> {
              if (end instanceof End.Failed failed) {
                return Mono.error(failed.failure());
              }
              var body = json.writeValueAsBytes(whole.body().apply(end));
              response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
              response.getHeaders().setContentLength(body.length);
              return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
            });
  }

  private static Line line(ServerWebExchange exchange) {
    return Line.of(connection(exchange).channel(), !isOld(exchange));
  }

  /// Whether the client speaks HTTP/1.0, which has no chunks: the body ends with the connection.
  private static boolean isOld(ServerWebExchange exchange) {
    var request =
        ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(exchange.getRequest());
    return HttpVersion.HTTP_1_0.equals(request.version());
  }

  private static Connection connection(ServerWebExchange exchange) {
    return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
  }

  private void beginStream(ServerWebExchange exchange) {
    var headers = exchange.getResponse().getHeaders();
    headers.set("Content-Type", notation.contentType());
    // Tells nginx and those like it to pass every event on at once.
    headers.set("X-Accel-Buffering", "no");
    if (isOld(exchange)) {
      ServerHttpResponseDecorator.<HttpServerResponse>getNativeResponse(exchange.getResponse())
          .chunkedTransfer(false)
          .keepAlive(false);
    }
  }
}
