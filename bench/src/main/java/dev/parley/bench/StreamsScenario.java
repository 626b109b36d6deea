package dev.parley.bench;

import java.io.IOException;
import java.util.List;

/// Many streams at one time, once through nginx and once through Parley.
///
/// @param streams how many
/// @param each tokens a second of one of them
/// @param tokens of an answer
/// @param perSecond how many begin in a second
record StreamsScenario(String name, int streams, int each, int tokens, int perSecond)
    implements Scenario {

  @Override
  public void measure(Rig rig, Figures figures) throws Exception {
    var shape = Shape.perSecond(rig.quick() ? Math.max(4, tokens / 8) : tokens, each);
    run("nginx", rig.nginx(), Rig.completions(shape, streams), shape, figures);
    run("parley", rig.parley().program(), rig.questions(shape, streams), shape, figures);
  }

  private void run(
      String who, Program program, List<Request> requests, Shape shape, Figures figures)
      throws IOException {
    var seconds = streams / perSecond + shape.tokens() / each + 20;
    var before = program.cpu();
    try (var load = new Load(program.port())) {
      var measured = load.streams(requests, perSecond, seconds);
      var prefix = name + " " + who + " ";
      figures.add(prefix + "cpu", (program.cpu() - before) / measured.tokens());
      figures.add(prefix + "lost", requests.size() - measured.answered);
      figures.add(prefix + "missing", (double) streams * shape.tokens() - measured.tokens());
      figures.add(prefix + "gap", measured.gaps);
      figures.add(prefix + "first", measured.first);
      figures.add(prefix + "memory", program.memory() / 1e6);
    }
  }
}
