package dev.parley.answer;

import dev.parley.web.Refusal;
import java.util.Collections;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;

/// Writes streams that last until the client leaves or the server stops: what happens to an
/// account, and the answers to its questions. A listener that falls behind is cut off rather than
/// waited for.
@Component
class FeedWriter {

  private static final Logger log = LoggerFactory.getLogger(FeedWriter.class);

  private final Feed feed;
  private final Answers answers;
  private final EventNotation notation;
  private final Tenure tenure;

  FeedWriter(Feed feed, Answers answers, EventNotation notation, Tenure tenure) {
    this.feed = feed;
    this.answers = answers;
    this.notation = notation;
    this.tenure = tenure;
  }

  Mono<Void> writeEvents(String ownerId, ServerWebExchange exchange) {
    var buffers = exchange.getResponse().bufferFactory();
    return write(ownerId, feed::closed, feed.listen(ownerId).map(buffers::wrap), exchange);
  }

  /// Those that are being written here, then each that is begun; a question is answered after the
  /// one before it, so they come one after another.
  Mono<Void> writeAnswers(String ownerId, ServerWebExchange exchange) {
    var buffers = (NettyDataBufferFactory) exchange.getResponse().bufferFactory();
    var begun =
        Flux.merge(
                feed.answers(ownerId),
                Flux.defer(() -> Flux.fromIterable(answers.toQuestions(ownerId))))
            .distinct(answer -> answer, () -> Collections.newSetFromMap(new WeakHashMap<>()));
    Flux<DataBuffer> pieces =
        begun.concatMap(answer -> Listening.to(answer, notation)).map(buffers::wrap);
    Flux<DataBuffer> comments =
        Flux.merge(Flux.just(Feed.opening()), feed.comments()).map(buffers::wrap);
    return write(ownerId, feed::failed, Flux.merge(pieces, comments), exchange);
  }

  /// @param last the event with which the stream ends where its session does
  private Mono<Void> write(
      String ownerId,
      Function<Refusal, byte[]> last,
      Flux<DataBuffer> pieces,
      ServerWebExchange exchange) {
    var response = exchange.getResponse();
    ReplyWriter.beginStream(exchange, notation.contentType());
    var end = Sinks.<Refusal>one();
    var bounded =
        pieces
            .onErrorResume(Exceptions::isOverflow, _ -> cutOff(ownerId, exchange))
            .takeUntilOther(end.asMono())
            .concatWith(end.asMono().map(last).map(response.bufferFactory()::wrap))
            .takeUntilOther(feed.ended());
    return tenure.bind(
        exchange, end::tryEmitValue, response.writeAndFlushWith(bounded.map(Flux::just)));
  }

  /// Closes the connection without waiting for what was written to it.
  private static Flux<DataBuffer> cutOff(String ownerId, ServerWebExchange exchange) {
    log.info("A device of {} listens too slowly and is cut off", ownerId);
    ServerHttpRequestDecorator.<Connection>getNativeRequest(exchange.getRequest()).dispose();
    return Flux.never();
  }
}
