package dev.parley.model;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading one chunk of the model's stream, from the bytes of the connection to the text of the
/// answer: one that differs from those before in its text alone, and one that does not.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChunkBenchmark {

  private static final String CHUNK =
      """
      data: {"id":"chatcmpl-%s","object":"chat.completion.chunk","created":1760000000,\
      "model":"gpt-4.1-mini","system_fingerprint":"fp_1","choices":[{"index":0,\
      "delta":{"content":" %s"},"logprobs":null,"finish_reason":null}]}

      """;

  private final StringBuilder text = new StringBuilder();
  private final ChunkReader chunks = new ChunkReader(text);
  private final EventStreamReader events = new EventStreamReader(1 << 20, chunks::read);
  private final ByteBuf[] alike = {chunk("1", "word"), chunk("1", "another"), chunk("1", "third")};
  private final ByteBuf[] unlike = {chunk("1", "word"), chunk("2", "another"), chunk("3", "third")};
  private int next;

  @Benchmark
  public int alikeButForTheirText() {
    return read(alike);
  }

  @Benchmark
  public int eachOfItsOwnKind() {
    return read(unlike);
  }

  private int read(ByteBuf[] sent) {
    next = (next + 1) % sent.length;
    events.read(sent[next].duplicate());
    var length = text.length();
    text.setLength(0);
    return length;
  }

  private static ByteBuf chunk(String id, String word) {
    return Unpooled.copiedBuffer(CHUNK.formatted(id, word), StandardCharsets.UTF_8);
  }
}
