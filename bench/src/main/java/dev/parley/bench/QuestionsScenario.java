package dev.parley.bench;

/// Whole questions, from callers who each ask again once they are answered.
record QuestionsScenario(String name, int callers) implements Scenario {

  @Override
  public void measure(Rig rig, Figures figures) throws Exception {
    var parley = rig.parley();
    var token = parley.token();
    var ids = parley.conversations(token, callers * 20);
    var body = "{\"content\":\"hi\",\"model\":\"%s\"}".formatted(new Shape(1, 1_000).model());
    Load.Requests requests =
        (caller, time) ->
            Request.post(
                "/conversations/%s/messages".formatted(ids.get(caller + callers * (time % 20))),
                token,
                body);
    var before = parley.program().cpu();
    try (var load = new Load(parley.port())) {
      var measured = load.callers(callers, rig.quick() ? 1 : 6, requests);
      figures.add(name + " cpu", (parley.program().cpu() - before) / measured.answered);
      figures.add(name + " rate", measured.rate());
      figures.add(name + " lost", measured.failed);
      figures.add(name + " whole", measured.whole);
    }
  }
}
