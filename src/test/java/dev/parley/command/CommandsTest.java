package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

  private final List<List<String>> served = new ArrayList<>();
  private final StringWriter complaints = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "serve, ''",
    "--parley.model.silence=1s, --parley.model.silence=1s",
    "serve --PORT=1 --debug, --PORT=1 --debug",
  })
  void servesUnlessToldOtherwise(String words, String settings) {
    assertThat(run(words)).isZero();
    assertThat(served).containsExactly(split(settings));
  }

  @Test
  void servesNothingThatItDoesNotUnderstand() {
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("serve nonsense")).isEqualTo(2);
    assertThat(run("keys --PORT=1")).isEqualTo(2);
    assertThat(complaints.toString()).contains("There is no command nonsense. See --help.");
    assertThat(served).isEmpty();
  }

  @Test
  void hasFailedWhereTheServerDoesNotStart() {
    var commands =
        new Commands(
            _ -> {
              throw new IllegalStateException("told already");
            });
    commands.root().setErr(new PrintWriter(complaints));
    assertThat(commands.run()).isEqualTo(1);
    assertThat(complaints.toString()).isEmpty();
  }

  private int run(String words) {
    var commands = new Commands(settings -> served.add(List.of(settings)));
    commands.root().setErr(new PrintWriter(complaints));
    return commands.run(split(words).toArray(String[]::new));
  }

  private static List<String> split(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }
}
