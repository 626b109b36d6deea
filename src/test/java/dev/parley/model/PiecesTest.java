package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

class PiecesTest {

  /// Reads nothing, for a reason that nobody has thought of.
  private record Unable() implements Reading {

    @Override
    public boolean hasBegun() {
      return true;
    }

    @Override
    public @Nullable Usage usage() {
      return null;
    }

    @Override
    public void take(ByteBuf bytes) {
      throw new IllegalStateException("planted");
    }

    @Override
    public void handOn() {
      // There is nothing.
    }

    @Override
    public void closed() {
      // There is no end.
    }
  }

  @Test
  void giveBackTheirMemoryWhereTheyCannotBeRead() {
    var heard = new Heard();
    var channel = new EmbeddedChannel(new Pieces(asking(heard), new Unable()));
    var piece = Unpooled.buffer().writeByte('x');
    channel.writeInbound(new DefaultHttpContent(piece));

    assertThat(piece.refCnt()).isZero();
    assertThat(heard.end())
        .isInstanceOfSatisfying(
            ModelEnd.Broken.class,
            broken -> assertThat(broken.failure().code()).isEqualTo("model_protocol_error"));
  }

  private static Asking asking(ModelListener listener) {
    var call = new ModelCall("m", List.of(new Turn(Role.USER, "Hello")));
    var settings =
        new Binder(new MapConfigurationPropertySource()).bindOrCreate("m", ModelSettings.class);
    return new Asking(
        HttpClient.create(),
        settings,
        new Outage(Duration.ofSeconds(1), System::nanoTime),
        Question.of(call, new JsonMapper()),
        listener,
        new EmbeddedChannel().eventLoop());
  }
}
