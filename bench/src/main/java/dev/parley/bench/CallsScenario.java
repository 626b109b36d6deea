package dev.parley.bench;

import java.util.List;

/// Short calls: first as many as go, then half as many at an even pace.
record CallsScenario(String name, int callers) implements Scenario {

  @Override
  public void measure(Rig rig, Figures figures) throws Exception {
    var token = rig.parley().token();
    var ids = rig.parley().conversations(token, callers);
    run("list", rig, figures, (_, _) -> Request.get("/conversations?limit=20", token));
    run("read", rig, figures, (caller, _) -> Request.get(path(ids, caller), token));
    run("write", rig, figures, (caller, time) -> write(path(ids, caller), token, time));
  }

  private static String path(List<String> ids, int caller) {
    return "/conversations/" + ids.get(caller);
  }

  private static Request write(String path, String token, int time) {
    var body = "{\"title\":\"%d\"}".formatted(time);
    return Request.of("PATCH", path, token, "application/json", body);
  }

  private void run(String what, Rig rig, Figures figures, Load.Requests requests)
      throws Exception {
    var program = rig.parley().program();
    var prefix = name + " " + what + " ";
    var before = program.cpu();
    int half;
    try (var load = new Load(program.port())) {
      var most = load.callers(callers, rig.quick() ? 1 : 2, requests);
      figures.add(prefix + "cpu", (program.cpu() - before) / most.answered);
      figures.add(prefix + "rate", most.rate());
      figures.add(prefix + "lost", most.failed);
      half = (int) (most.rate() / 2);
    }
    try (var load = new Load(program.port())) {
      var measured = load.calls(callers, half, rig.quick() ? 1 : 2, requests);
      figures.add(prefix + "half", measured.whole);
    }
  }
}
