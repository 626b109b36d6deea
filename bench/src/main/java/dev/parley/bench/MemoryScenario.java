package dev.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// What an open stream takes: the memory with all of them open less that with none, each after the
/// Java machine has collected. Of a program of its own: one that has had its whole heap before shows
/// nothing.
record MemoryScenario(String name, int streams) implements Scenario {

  private static final Pattern USED = Pattern.compile("(?:total|space) \\d+K, used (\\d+)K");

  @Override
  public void measure(Rig rig, Figures figures) throws Exception {
    try (var parley = Parley.start(rig.laidOut(), rig.model().port())) {
      measure(rig.with(parley), parley.program(), figures);
    }
  }

  private void measure(Rig rig, Program program, Figures figures) throws Exception {
    var shape = Shape.perSecond(rig.quick() ? 12 : 18, 1);
    var requests = rig.questions(shape, streams);
    var heap = heap(program);
    var memory = program.memory();
    try (var load = new Load(program.port());
        var loading = Executors.newSingleThreadExecutor()) {
      var done = loading.submit(() -> load.streams(requests, streams / 4, 60));
      Thread.sleep(rig.quick() ? 9_000 : 12_000);
      figures.add(name + " heap", (heap(program) - heap) / 1_024.0 / streams);
      figures.add(name + " resident", (program.memory() - memory) / 1_024.0 / streams);
      figures.add(name + " lost", streams - done.get().answered);
    }
  }

  /// Bytes of the heap that are in use.
  private static double heap(Program program) throws IOException, InterruptedException {
    jcmd(program, "GC.run");
    var used = USED.matcher(jcmd(program, "GC.heap_info"));
    var sum = 0.0;
    while (used.find()) {
      sum += Double.parseDouble(used.group(1)) * 1_024;
    }
    return sum;
  }

  private static String jcmd(Program program, String command)
      throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked = new ProcessBuilder(jcmd, "" + program.process().pid(), command).start();
    var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }
}
