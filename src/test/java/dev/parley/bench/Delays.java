package dev.parley.bench;

import dev.parley.testing.EventStream;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TwoNodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how much later text reaches a reader on another node than one on its own.
@Command(
    name = "delays",
    mixinStandardHelpOptions = true,
    description = "Measures how much later text is read on another node.")
final class Delays implements Callable<Integer> {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int WARM_UP = 3;
  private static final int[] PERCENTILES = {50, 90, 99, 100};

  /// When a text had come that far.
  private record Read(int length, long at) {}

  @Option(names = "--answers", description = "One after another. Default: ${DEFAULT-VALUE}.")
  private int answers = 10;

  @Option(names = "--model", description = "What the answers are. Default: ${DEFAULT-VALUE}.")
  private String model = "say-100-50";

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Delays()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (var nodes = TwoNodes.start()) {
      for (var n = 0; n < WARM_UP; n++) {
        delays(nodes);
      }
      var taken = new ArrayList<Long>();
      for (var n = 0; n < answers; n++) {
        taken.addAll(delays(nodes));
      }
      var sorted = taken.stream().sorted().toList();
      System.out.printf("%d pieces of %s%n", sorted.size(), model);
      for (var percentile : PERCENTILES) {
        var at = Math.min(sorted.size() - 1, sorted.size() * percentile / 100);
        System.out.printf(Locale.ROOT, "p%-4d %6.1f ms%n", percentile, sorted.get(at) / 1e6);
      }
    }
    return 0;
  }

  private List<Long> delays(TwoNodes nodes) throws Exception {
    var member = nodes.first().member();
    try (var here = OpenAnswer.of(member, model);
        var there = nodes.onSecond(member).resume(here.id(), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var near = threads.submit(() -> read(here.stream()));
      var far = threads.submit(() -> read(there));
      var reads = far.get();
      return near.get().stream().map(read -> first(reads, read.length) - read.at).toList();
    }
  }

  private static List<Read> read(EventStream stream) throws InterruptedException {
    var reads = new ArrayList<Read>();
    var length = 0;
    for (var event = stream.next(SOON);
        event.name().equals("message.delta");
        event = stream.next(SOON)) {
      length += event.json().path("text").stringValue().length();
      reads.add(new Read(length, System.nanoTime()));
    }
    return reads;
  }

  /// When a reader had so much of it.
  private static long first(List<Read> reads, int length) {
    return reads.stream()
        .filter(read -> read.length >= length)
        .findFirst()
        .map(Read::at)
        .orElseThrow();
  }
}
