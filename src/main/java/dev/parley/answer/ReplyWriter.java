package dev.parley.answer;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
      case Reply.Stream stream -> write(stream, response);
      case Reply.Whole whole -> write(whole, response);
      case Reply.Events events -> write(events, response);
      case Reply.Nothing _ -> {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        yield response.setComplete();
      }
    };
  }

  private Mono<Void> write(Reply.Stream stream, ServerHttpResponse response) {
    setStreamHeaders(response, notation.contentType());
    return response.writeWith(
        new AnswerReader(
            stream.answer(),
            notation,
            stream.after(),
            stream.fromStart(),
            connection(response).channel(),
            (NettyDataBufferFactory) response.bufferFactory(),
            settings.commentEvery()));
  }

  private Mono<Void> write(Reply.Events events, ServerHttpResponse response) {
    setStreamHeaders(response, notation.contentType());
    var frames =
        feed.listen(events.ownerId())
            .onErrorResume(
                Exceptions::isOverflow, _ -> cutOff(events.ownerId(), connection(response)))
            .map(frame -> response.bufferFactory().wrap(frame));
    return response.writeAndFlushWith(frames.map(Flux::just));
  }

  /// Closes the connection without waiting for what was written to it.
  private static Flux<byte[]> cutOff(String ownerId, Connection connection) {
    log.info("A device of {} listens too slowly and is cut off", ownerId);
    connection.dispose();
    return Flux.never();
  }

  private static Connection connection(ServerHttpResponse response) {
    return ServerHttpResponseDecorator.getNativeResponse(response);
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

  private static void setStreamHeaders(ServerHttpResponse response, String contentType) {
    var headers = response.getHeaders();
    headers.set("Content-Type", contentType);
    // Tells nginx and those like it to pass every event on at once.
    headers.set("X-Accel-Buffering", "no");
  }
}
