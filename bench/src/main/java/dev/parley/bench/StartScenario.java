package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How long it takes from the start to the first answer, and the memory that it has once it idles:
/// laid out with its cache of classes, in a new folder and in one that was used before; and from
/// the plain jar.
record StartScenario(String name) implements Scenario {

  private static final int UNTIL_IDLE = 12_000;

  @Override
  public void measure(Rig rig, Figures figures) throws Exception {
    var place = Files.createTempDirectory("start");
    var laidOut = List.of(rig.laidOut().resolve("parley").toString());
    run("new", laidOut, place, 0, rig, figures);
    run("cached", laidOut, place, rig.quick() ? 1_000 : UNTIL_IDLE, rig, figures);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    run("plain", List.of(java, "-jar", System.getProperty("jar")), place, 0, rig, figures);
  }

  private void run(
      String how, List<String> command, Path place, int idle, Rig rig, Figures figures)
      throws IOException, InterruptedException {
    var port = Program.freePort();
    var settings = Parley.settings(port, rig.model().port(), place);
    var start = System.nanoTime();
    try (var program = Program.start(command, place, settings, port, place.resolve("out.log"))) {
      firstAnswer(program.await());
      figures.add(name + " " + how, (System.nanoTime() - start) / 1e6);
      figures.add(name + " " + how + " cpu", program.cpu() / 1e3);
      if (idle > 0) {
        Thread.sleep(idle);
        figures.add(name + " " + how + " memory", program.memory() / 1e6);
      }
    }
  }

  private static void firstAnswer(Program program) throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:%d/health/ready".formatted(program.port()));
    try (var client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }
  }
}
