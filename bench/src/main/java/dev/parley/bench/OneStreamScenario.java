package dev.parley.bench;

import java.io.IOException;
import java.util.List;

/// One stream after another, with nothing else to do: what is added to the first token, and to each
/// gap, is what comes later than from the model service itself.
record OneStreamScenario(String name) implements Scenario {

  @Override
  public void measure(Rig rig, Figures figures) throws Exception {
    var shape = new Shape(20, 3_000);
    var times = rig.quick() ? 20 : 80;
    var completions = Rig.completions(shape, times);
    run("direct", rig.model().port(), completions, figures);
    run("nginx", rig.nginx().port(), completions, figures);
    run("parley", rig.parley().port(), rig.questions(shape, times), figures);
  }

  private void run(String who, int port, List<Request> requests, Figures figures)
      throws IOException {
    try (var load = new Load(port)) {
      var measured = load.oneAfterAnother(requests);
      var prefix = name + " " + who + " ";
      figures.add(prefix + "first", measured.first);
      figures.add(prefix + "way", measured.way);
      figures.add(prefix + "drift", measured.drift);
    }
  }
}
