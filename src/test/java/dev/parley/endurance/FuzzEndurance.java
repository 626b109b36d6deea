package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the tests of parsers try, again and again, with inputs that a fuzzer makes from those that
/// are kept: what reaches code that nothing did before it changes further.
class FuzzEndurance {

  private static final Duration TIME = Setting.seconds("fuzz.seconds", 60);

  /// The code that guides it: ours and what ours reads with.
  private static final String READING = "dev.parley.**:com.nimbusds.**:tools.jackson.core.**";

  private static final Path KEPT = Path.of("src", "test", "resources", "corpus");
  private static final Path FOUND = Path.of("target", "corpus");
  private static final Path GROWN = Path.of("target", "fuzz");
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in .*");
  private static final Pattern PROGRESS = Pattern.compile("#\\d+\\s+pulse .*");

  private static final Report REPORT = new Report("fuzz");

  private static long inputs;

  @ParameterizedTest
  @CsvSource({
    "dev.parley.model.ModelStreamFuzzTest, model-stream",
    "dev.parley.openai.VerbatimFuzzTest, json",
    "dev.parley.export.DocumentFuzzTest, document",
    "dev.parley.answer.JsonTextFuzzTest, text",
    "dev.parley.auth.TokenFuzzTest, token",
    "dev.parley.web.CursorFuzzTest, cursor",
    "dev.parley.platform.AddressFuzzTest, address",
    "dev.parley.mail.MailServerFuzzTest, address"
  })
  @Keeps("input.fuzzed")
  void findsNothing(String target, String corpus) throws Exception {
    var name = target.substring(target.lastIndexOf('.') + 1);
    var found = Files.createDirectories(FOUND.resolve(corpus));
    var grown = Files.createDirectories(GROWN.resolve(name));
    var fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Jazzer.class.getName(),
                "--target_class=" + target,
                "--instrumentation_includes=" + READING,
                "--custom_hook_includes=" + READING,
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + TIME.toSeconds(),
                "-timeout=300",
                grown.toString(),
                KEPT.resolve(corpus).toString())
            .redirectErrorStream(true)
            .start();
    var said = tell(name, fuzzer);

    assertThat(fuzzer.waitFor())
        .as("%s: what it tripped over is in %s\n%s", name, found, said)
        .isZero();
    inputs += runs(said);
    Figures.atMost("input.fuzzed", inputs / 1e6, "%.1f million inputs");
    REPORT.result("%s: %d inputs in %d s".formatted(name, runs(said), TIME.toSeconds()));
  }

  private static String tell(String name, Process fuzzer) throws IOException {
    var last = new StringBuilder();
    try (var lines = fuzzer.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (PROGRESS.matcher(line).matches()) {
          REPORT.progress(name + ": " + line);
        } else {
          last.append(line).append('\n');
        }
      }
    }
    return last.toString();
  }

  private static long runs(String said) {
    var done = DONE.matcher(said);
    assertThat(done.find()).as(said).isTrue();
    return Long.parseLong(done.group(1));
  }
}
