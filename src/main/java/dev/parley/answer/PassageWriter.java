package dev.parley.answer;

import dev.parley.web.Refusal;
import io.netty.buffer.Unpooled;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers that are passed on as they come from the model. They are for the one who asked
/// alone: who leaves ends the answer.
@Component
class PassageWriter {

  private final AnswerSettings settings;
  private final Tenure tenure;
  private final JsonMapper json;

  PassageWriter(AnswerSettings settings, Tenure tenure, JsonMapper json) {
    this.settings = settings;
    this.tenure = tenure;
    this.json = json;
  }

  Mono<Void> write(Reply.Passed passed, ServerWebExchange exchange) {
    var answer = passed.answer();
    var writing =
        passed.passing().isStreamed()
            ? writeStream(passed, exchange)
            : writeWhole(passed, exchange);
    return writing
        .doOnCancel(() -> answer.cancel(Ending::stopped))
        .doOnTerminate(() -> answer.cancel(Ending::stopped));
  }

  /// The head waits for the first event, because a failure before it is a status; but not for
  /// longer than a client may hear nothing.
  private Mono<Void> writeStream(Reply.Passed passed, ServerWebExchange exchange) {
    var begun =
        Mono.firstWithSignal(
            Mono.fromFuture(passed.passing().begun(), true),
            Mono.fromFuture(passed.answer().end(), true).then(),
            Mono.delay(settings.commentEvery()).then());
    return begun.then(Mono.defer(() -> beginStream(passed, exchange)));
  }

  private Mono<Void> beginStream(Reply.Passed passed, ServerWebExchange exchange) {
    var answer = passed.answer();
    if (!passed.passing().begun().isDone()
        && answer.end().getNow(null) instanceof End.Failed failed) {
      return Mono.error(failed.failure());
    }
    ReplyWriter.beginStream(exchange, "text/event-stream; charset=utf-8");
    var reader =
        new PassageReader(
            answer,
            passed.passing(),
            refusal -> json.writeValueAsBytes(passed.error().apply(refusal)),
            ReplyWriter.line(exchange),
            (NettyDataBufferFactory) exchange.getResponse().bufferFactory(),
            settings.commentEvery());
    return tenure.bind(exchange, reader::end, exchange.getResponse().writeWith(reader));
  }

  private Mono<Void> writeWhole(Reply.Passed passed, ServerWebExchange exchange) {
    var refused = Sinks.<Refusal>one();
    var ended =
        Mono.firstWithSignal(
            Mono.fromFuture(passed.answer().end(), true),
            refused.asMono().map(because -> new End.Failed(because, null)));
    var writing = ended.flatMap(end -> writeWhole(passed.passing(), end, exchange.getResponse()));
    return tenure.bind(exchange, refused::tryEmitValue, writing);
  }

  private static Mono<Void> writeWhole(Passing passing, End end, ServerHttpResponse response) {
    return switch (end) {
      case End.Failed failed -> Mono.error(failed.failure());
      case End.Stopped _ -> Mono.error(new AnswerStopped());
      case End.Completed _ -> {
        var body = Unpooled.buffer();
        passing.moveTo(body);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.readableBytes());
        var buffers = (NettyDataBufferFactory) response.bufferFactory();
        yield response.writeWith(Mono.just(buffers.wrap(body)));
      }
    };
  }
}
