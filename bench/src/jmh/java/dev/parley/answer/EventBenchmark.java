package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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
import tools.jackson.databind.json.JsonMapper;

/// Writing one piece of an answer as an event: a word, and a line with what JSON has to escape.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventBenchmark {

  private static final String WORD = " word";
  private static final String LINE = " \"Grüße\"\n\tfrom \\ 東京 🙂";

  private final EventNotation events = new EventNotation(new JsonMapper());
  private final ByteBuf buffer = Unpooled.buffer(4_096);

  @Benchmark
  public int aWord() {
    return write(WORD);
  }

  @Benchmark
  public int aLineWithEscapes() {
    return write(LINE);
  }

  private int write(String text) {
    events.delta(text, 0, text.length(), buffer.clear());
    return buffer.writerIndex();
  }
}
