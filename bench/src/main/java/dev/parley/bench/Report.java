package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was measured, as Markdown with plots.
record Report(Figures figures) {

  private static final String NGINX = "nginx";
  private static final String PARLEY = "parley";

  private static final List<Target> TARGETS =
      List.of(
          Target.ratio("CPU for each token, 1,000 streams × 20/s", 1.3, "fast"),
          Target.ratio("CPU for each token, 5,000 × 1/s", 2, "slow"),
          Target.of("9,000 streams at 5/s, 512 MB heap: streams lost", 0, "", "many parley lost"),
          Target.of("the same: gap p99, pace 200 ms", 240_000, "µs", "many parley gap p99"),
          Target.of("memory for each open stream, resident", 16, "KB", "memory resident"),
          Target.of("memory for each open stream, heap", 16, "KB", "memory heap"),
          Target.above("added to the first token, median", 300, "one parley first p50", "one direct first p50"),
          Target.above("added to the first token, p99", 1_000, "one parley first p99", "one direct first p99"),
          Target.above("added to each gap, median", 5, "one parley drift p50", "one direct drift p50"),
          Target.above("added to each gap, p99", 50, "one parley drift p99", "one direct drift p99"),
          Target.of("CPU for each whole question, 64 callers", 250, "µs", "questions cpu"),
          Target.of("CPU for each list", 120, "µs", "calls list cpu"),
          Target.of("CPU for each read", 120, "µs", "calls read cpu"),
          Target.of("CPU for each small write", 120, "µs", "calls write cpu"),
          Target.of("list at half load, p99", 5_000, "µs", "calls list half p99"),
          Target.of("read at half load, p99", 5_000, "µs", "calls read half p99"),
          Target.of("small write at half load, p99", 5_000, "µs", "calls write half p99"),
          Target.of("start to first answer, with the cache", 1_000, "ms", "start cached"),
          Target.of("start to first answer, plain jar", 2_500, "ms", "start plain"),
          Target.of("memory when idle", 150, "MB", "start cached memory"));

  private static final List<Row> DETAILS =
      List.of(
          new Row("1,000 × 20/s: CPU for each token, µs", "fast nginx cpu", "fast parley cpu"),
          new Row("1,000 × 20/s: gap p99, µs", "fast nginx gap p99", "fast parley gap p99"),
          new Row("1,000 × 20/s: first token, median, µs", "fast nginx first p50", "fast parley first p50"),
          new Row("5,000 × 1/s: CPU for each token, µs", "slow nginx cpu", "slow parley cpu"),
          new Row("9,000 × 5/s: CPU for each token, µs", "many nginx cpu", "many parley cpu"),
          new Row("9,000 × 5/s: gap p99, µs", "many nginx gap p99", "many parley gap p99"),
          new Row("9,000 × 5/s: memory, MB", "many nginx memory", "many parley memory"),
          new Row("one stream: first token, median, µs", "one nginx first p50", "one parley first p50"),
          new Row("one stream: a token on its way, median, µs", "one nginx way p50", "one parley way p50"),
          new Row("one stream: a token on its way, p99, µs", "one nginx way p99", "one parley way p99"),
          new Row("whole questions a second, 64 callers", "", "questions rate"),
          new Row("lists a second, 64 callers", "", "calls list rate"),
          new Row("reads a second, 64 callers", "", "calls read rate"),
          new Row("small writes a second, 64 callers", "", "calls write rate"),
          new Row("start in a new folder, with the cache, ms", "", "start new"),
          new Row("CPU of a start with the cache, ms", "", "start cached cpu"),
          new Row("CPU of a start from the plain jar, ms", "", "start plain cpu"));

  /// A figure of both, where nginx has one.
  private record Row(String what, String nginx, String parley) {

    String text(Figures figures) {
      return "| %s | %s | %s |".formatted(what, cell(figures, nginx), cell(figures, parley));
    }

    private static String cell(Figures figures, String name) {
      return figures.has(name) ? Target.number(figures.median(name)) : "–";
    }
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.md"), text(plots(folder)));
  }

  /// @return the plots that there is something to show on
  private List<String> plots(Path folder) throws IOException {
    var cpu = new BarPlot("CPU for each token, µs");
    for (var load : new String[][] {
      {"fast", "1,000 × 20/s"}, {"slow", "5,000 × 1/s"}, {"many", "9,000 × 5/s"}
    }) {
      if (figures.has(load[0] + " parley cpu")) {
        cpu.add(load[1], "nginx", figures.median(load[0] + " nginx cpu"));
        cpu.add(load[1], "Parley", figures.median(load[0] + " parley cpu"));
      }
    }
    var drawn = new ArrayList<String>();
    drawn.add(drawn(folder, "cpu", cpu.svg()));
    plot(folder, drawn, "gaps", "Gaps of 1,000 streams × 20/s, ms", "fast gap", NGINX, PARLEY);
    plot(folder, drawn, "first", "First token of one stream, ms", "one first", "direct", NGINX, PARLEY);
    plot(folder, drawn, "many", "Gaps of 9,000 streams × 5/s, ms", "many gap", NGINX, PARLEY);
    return drawn;
  }

  private void plot(
      Path folder, List<String> drawn, String file, String title, String what, String... whose)
      throws IOException {
    var plot = new PercentilePlot(title);
    var words = what.split(" ");
    for (var who : whose) {
      plot.add(who, figures.distribution("%s %s %s".formatted(words[0], who, words[1])));
    }
    if (!plot.isEmpty()) {
      drawn.add(drawn(folder, file, plot.svg()));
    }
  }

  private static String drawn(Path folder, String file, String svg) throws IOException {
    Files.writeString(folder.resolve(file + ".svg"), svg);
    return "![%s](%s.svg)".formatted(file, file);
  }

  private String text(List<String> plots) {
    return """
    # What it costs

    Made by `bench/run` on %s, on %d cores (%s), Java %s. The model service, the load, nginx and
    Parley share the machine, so what counts are ratios and differences, each taken within one round. Parley goes the whole
    way: token, limit, budget, record, question and answer stored durably. Medians over the rounds.
    The machine's load before the rounds: %s. A quiet one has less than 1; beside others, times say little and ratios of
    CPU still something.

    | what | target | median | all rounds | |
    |---|---|---|---|---|
    %s

    %s

    ## Side by side

    | | nginx | Parley |
    |---|---|---|
    %s
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            processor(),
            Runtime.version().feature(),
            figures.sorted(Figures.BUSY).stream().map(Target::number).collect(Collectors.joining(" ")),
            lines(TARGETS.stream().map(target -> target.row(figures))),
            String.join("\n\n", plots),
            lines(DETAILS.stream().map(row -> row.text(figures))));
  }

  private static String lines(Stream<String> rows) {
    return rows.collect(Collectors.joining("\n"));
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("of an unknown kind");
    } catch (IOException _) {
      return "of an unknown kind";
    }
  }
}
