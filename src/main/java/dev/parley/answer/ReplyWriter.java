package dev.parley.answer;

import dev.parley.web.Refusal;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// Where the blocking world hands over to the event loop: it writes the [Reply] that a controller
/// returned.
@Component
class ReplyWriter implements HandlerResultHandler, Ordered {

  private final EventNotation notation;
  private final AnswerSettings settings;
  private final PlainNotation plain = new PlainNotation();
  private final FeedWriter feeds;
  private final PassageWriter passages;
  private final JsonMapper json;
  private final Tenure tenure;

  ReplyWriter(
      EventNotation notation,
      AnswerSettings settings,
      FeedWriter feeds,
      PassageWriter passages,
      JsonMapper json,
      Tenure tenure) {
    this.notation = notation;
    this.settings = settings;
    this.feeds = feeds;
    this.passages = passages;
    this.json = json;
    this.tenure = tenure;
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
      case Reply.Whole whole -> write(whole, exchange);
      case Reply.Text text -> write(text, exchange);
      case Reply.Passed passed -> passages.write(passed, exchange);
      case Reply.Events events -> feeds.writeEvents(events.ownerId(), exchange);
      case Reply.Answers listening -> feeds.writeAnswers(listening.ownerId(), exchange);
      case Reply.Nothing _ -> {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        yield response.setComplete();
      }
    };
  }

  private Mono<Void> write(Reply.Stream stream, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    beginStream(exchange, notation.contentType());
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    return write(
        reader(stream.answer(), notation, stream.after(), stream.fromStart(), exchange), exchange);
  }

  /// The head waits for the first of the text, because a failure before it is a status.
  private Mono<Void> write(Reply.Text text, ServerWebExchange exchange) {
    var answer = text.answer();
    return Mono.fromFuture(answer.begun(), true)
        .then(Mono.defer(() -> writeText(text, exchange)))
        .doOnCancel(() -> answer.cancel(Ending::stopped))
        .doOnTerminate(() -> answer.cancel(Ending::stopped));
  }

  private Mono<Void> writeText(Reply.Text text, ServerWebExchange exchange) {
    var answer = text.answer();
    if (answer.length() == 0 && answer.end().getNow(null) instanceof End.Failed failed) {
      return Mono.error(text.explained().apply(failed.failure()));
    }
    beginStream(exchange, plain.contentType());
    return write(reader(answer, plain, 0, true, exchange), exchange);
  }

  private Mono<Void> write(AnswerReader reader, ServerWebExchange exchange) {
    return tenure.bind(exchange, reader::end, exchange.getResponse().writeWith(reader));
  }

  private AnswerReader reader(
      LiveAnswer answer,
      Notation notation,
      int after,
      boolean fromStart,
      ServerWebExchange exchange) {
    return new AnswerReader(
        answer,
        notation,
        after,
        fromStart,
        line(exchange),
        (NettyDataBufferFactory) exchange.getResponse().bufferFactory(),
        settings.commentEvery());
  }

  private Mono<Void> write(Reply.Whole whole, ServerWebExchange exchange) {
    var refused = Sinks.<Refusal>one();
    var ended =
        Mono.firstWithSignal(
            Mono.fromFuture(whole.answer().end(), true),
            refused.asMono().map(because -> new End.Failed(because, null)));
    var writing =
        ended.flatMap(
            end -> {
              if (end instanceof End.Failed failed) {
                return Mono.<Void>error(failed.failure());
              }
              return write(whole.body().apply(end), exchange.getResponse());
            });
    return tenure.bind(exchange, refused::tryEmitValue, writing);
  }

  private Mono<Void> write(Object body, ServerHttpResponse response) {
    var isText = body instanceof String;
    var bytes =
        isText ? body.toString().getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
    response
        .getHeaders()
        .setContentType(
            isText ? MediaType.valueOf(plain.contentType()) : MediaType.APPLICATION_JSON);
    response.getHeaders().setContentLength(bytes.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }

  static Line line(ServerWebExchange exchange) {
    var connection = ServerHttpRequestDecorator.<Connection>getNativeRequest(exchange.getRequest());
    return Line.of(connection.channel(), !isOld(exchange));
  }

  /// Whether the client speaks HTTP/1.0, which has no chunks: the body ends with the connection.
  private static boolean isOld(ServerWebExchange exchange) {
    var request =
        ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(exchange.getRequest());
    return HttpVersion.HTTP_1_0.equals(request.version());
  }

  /// Prepares the head of a response that is sent piece by piece.
  static void beginStream(ServerWebExchange exchange, String contentType) {
    var headers = exchange.getResponse().getHeaders();
    headers.set("Content-Type", contentType);
    // Tells nginx and those like it to pass every piece on at once.
    headers.set("X-Accel-Buffering", "no");
    if (isOld(exchange)) {
      ServerHttpResponseDecorator.<HttpServerResponse>getNativeResponse(exchange.getResponse())
          .chunkedTransfer(false)
          .keepAlive(false);
    }
  }
}
