package dev.parley.web;

import dev.parley.platform.Ids;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.ssl.SslHandler;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/// Tells browsers what not to do with any answer: not to guess its type, not to keep it, not to
/// tell others where it came from, not to run or frame it, and, where it came encrypted, not to ask
/// otherwise again. [Pages] loosens this for the pages that the server itself brings.
///
/// It stands where heads are written, so an answer that the web server gives of itself, as to what
/// is no HTTP, has them as well. Pieces of a stream do not pass here.
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

  @Bean
  NettyServerCustomizer headersOnEveryAnswer(Ids ids) {
    var heads = new Heads(ids);
    return server ->
        server.doOnChannelInit(
            (_, channel, _) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "security-headers", heads));
  }

  @Sharable
  private static final class Heads extends ChannelOutboundHandlerAdapter {

    private final Ids ids;

    Heads(Ids ids) {
      this.ids = ids;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (message instanceof HttpResponse response
          && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
        complete(response.headers(), context.pipeline().get(SslHandler.class) != null);
      }
      var _ = context.write(message, promise);
    }

    private void complete(HttpHeaders headers, boolean encrypted) {
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      if (!headers.contains("Content-Security-Policy")) {
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      }
      if (!headers.contains("Cache-Control")) {
        headers.set("Cache-Control", "no-store");
      }
      if (!headers.contains(RequestId.HEADER)) {
        headers.set(RequestId.HEADER, ids.next("req"));
      }
      if (encrypted) {
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
      }
    }
  }
}
