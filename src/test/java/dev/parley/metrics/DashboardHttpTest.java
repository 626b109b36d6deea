package dev.parley.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The dashboard for Grafana asks for nothing that the server does not tell.
class DashboardHttpTest {

  private static final Path DASHBOARD = Path.of("docs", "grafana", "parley.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:http|jvm|process|parley)_[a-z0-9_]+");

  @Test
  void asksForMetricsThatThereAre() throws IOException {
    var dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
    var asked = new TreeSet<String>();
    for (var expression : dashboard.findValuesAsString("expr")) {
      METRIC.matcher(expression).results().forEach(metric -> asked.add(metric.group()));
    }

    TestServer.shared().client().get("/api/health").expect(200);

    assertThat(asked).hasSizeGreaterThan(15);
    assertThat(told()).containsAll(asked);
  }

  private static Set<String> told() {
    var metrics = TestServer.shared().insider().get("/metrics").expect(200).raw();
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
