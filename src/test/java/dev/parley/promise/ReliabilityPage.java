package dev.parley.promise;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;

/// The page that lists what the server promises, the tests that hold it to that, and what they
/// measured last.
final class ReliabilityPage {

  /// What is kept, with the figures of the last long run.
  static final Path COMMITTED = Path.of("docs", "reliability.md");

  private static final String HEAD =
      """
      # What holds when things go wrong

      Each line is a promise, the tests that fail when it is broken, and what they measured, where there is something to
      measure. The tests make this page: the list is held to `promises.yaml` and to what is marked with `@Keeps` by every
      build, and the figures are those of the last `./mvnw verify -Pendurance`.

      Once a stream has begun its status cannot change. A late failure is an event (`message.failed`, or a chunk with an
      `error` below `/v1`), the stream ends without `[DONE]`, the row says what happened, and the text so far stays.
      """;

  private ReliabilityPage() {}

  /// Writes the page with the figures that there are of this build, and for all others with those
  /// of the page that is committed.
  ///
  /// @param arguments the file to write
  public static void main(String... arguments) throws IOException {
    var figures = MeasuredFigures.committed();
    figures.putAll(MeasuredFigures.ofThisBuild());
    Files.writeString(Path.of(arguments[0]), of(Promise.all(), Keeper.all(), figures));
  }

  static String of(List<Promise> promises, List<Keeper> keepers, Map<String, String> figures) {
    var page = new StringBuilder(HEAD);
    var tests = keepers.stream().collect(groupingBy(Keeper::promise));
    promises.stream()
        .collect(groupingBy(Promise::section, LinkedHashMap::new, byFault()))
        .forEach(
            (section, faults) -> {
              page.append(head(section));
              faults.forEach((fault, lines) -> append(page, fault, lines, tests, figures));
            });
    return page.toString();
  }

  private static String head(String section) {
    return """

      ## %s

      | what happens | what holds all the same | tests | measured |
      |---|---|---|---|
      """
        .formatted(section);
  }

  private static Collector<Promise, ?, Map<String, List<Promise>>> byFault() {
    return groupingBy(Promise::fault, LinkedHashMap::new, toList());
  }

  private static void append(
      StringBuilder page,
      String fault,
      List<Promise> promises,
      Map<String, List<Keeper>> tests,
      Map<String, String> figures) {
    var first = fault;
    for (var promise : promises) {
      var kept = tests.getOrDefault(promise.key(), List.of());
      page.append("| ").append(first).append(" | ");
      page.append(MeasuredFigures.mark(promise.key())).append(promise.text()).append(" | ");
      page.append(kept.stream().map(ReliabilityPage::link).collect(joining("<br>"))).append(" | ");
      page.append(figures.getOrDefault(promise.key(), "")).append(" |\n");
      first = "";
    }
  }

  private static String link(Keeper keeper) {
    var name = keeper.type().getSimpleName();
    var link = "[%s](../src/test/java/%s)".formatted(name, keeper.source());
    return keeper.method() == null ? link : link + " `" + keeper.method() + "`";
  }
}
