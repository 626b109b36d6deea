package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// The packaged program in a process of its own, as people run it: laid out in a folder, a working
/// folder, and settings from the environment.
public final class PackagedServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);

  /// Compiles less, to start sooner.
  private static final List<String> SOON = List.of("-XX:TieredStopAtLevel=1");

  private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");

  private final Process process;

  /// A long run has millions of lines.
  private static final int MOST_LINES = 20_000;

  private final Deque<String> output = new ArrayDeque<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Thread reader;

  private PackagedServer(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().name("packaged-server").start(this::readOutput);
  }

  /// Runs it without waiting, on a free port unless the settings name one.
  ///
  /// @param folder the working folder
  /// @param settings the whole environment
  public static PackagedServer run(Path folder, Map<String, String> settings, String... arguments) {
    return run(folder, settings, SOON, arguments);
  }

  private static PackagedServer run(
      Path folder, Map<String, String> settings, List<String> options, String... arguments) {
    var command = new ArrayList<>(List.of(LaidOut.FOLDER.resolve("parley").toString()));
    command.addAll(List.of(arguments));
    var environment = new TreeMap<>(settings);
    environment.put("JAVA_HOME", LaidOut.JAVA.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("PARLEY_JAVA_OPTIONS", String.join(" ", options));
    return run(folder, environment, command);
  }

  private static PackagedServer run(
      Path folder, Map<String, String> settings, List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PORT", "0");
    // On a slow machine it is behind by itself.
    builder.environment().put("PARLEY_ANSWER_BEHIND", "1h");
    builder.environment().putAll(settings);
    try {
      return new PackagedServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs it and waits until it answers.
  public static PackagedServer start(
      Path folder, Map<String, String> settings, String... arguments) {
    return start(folder, settings, SOON, arguments);
  }

  /// Runs it as it is run where much is asked of it, and waits until it answers.
  ///
  /// @param options of the Java machine, such as `-Xmx512m`
  public static PackagedServer start(
      Path folder, Map<String, String> settings, List<String> options, String... arguments) {
    return run(folder, settings, options, arguments).started();
  }

  /// Runs the jar alone, with nothing beside it, and waits until it answers.
  public static PackagedServer startJar(Path folder, Map<String, String> settings) {
    var java = LaidOut.JAVA.resolve("bin").resolve("java").toString();
    return run(folder, settings, List.of(java, "-jar", System.getProperty("parley.jar"))).started();
  }

  private PackagedServer started() {
    try {
      port.get(START.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      close();
      throw new AssertionError("it does not start: " + String.join("\n", output()), e);
    }
  }

  /// What it needs to ask a fake model, whatever model that is to be.
  public static Map<String, String> asking(FakeModel model) {
    return Map.of(
        "OPENAI_BASE_URL", model.baseUrl(),
        "OPENAI_API_KEY", "sk-the-servers-own-key-0123456789",
        "PARLEY_MODELS", "*",
        "OPENAI_MODEL", "say-3-0");
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port.join() + path);
  }

  /// A client that is not signed in.
  public Client client() {
    return new Client(this::uri);
  }

  /// The lines that it has written to the console.
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /// Sends SIGTERM.
  public void terminate() {
    process.toHandle().destroy();
  }

  /// Sends SIGKILL, and returns when it is gone.
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /// The number of its process.
  public long pid() {
    return process.pid();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /// Its status, once it has ended and all that it wrote has been read.
  ///
  /// @throws AssertionError when it does not end in time
  public int awaitExit(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after %s: %s".formatted(atMost, output()));
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void note(String line) {
    synchronized (output) {
      if (output.size() == MOST_LINES) {
        output.removeFirst();
      }
      output.addLast(line);
    }
  }

  private void readOutput() {
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
        var found = PORT.matcher(line);
        if (found.find()) {
          port.complete(Integer.valueOf(found.group(1)));
        }
      }
      port.completeExceptionally(new AssertionError("it has ended"));
    } catch (IOException e) {
      port.completeExceptionally(e);
    }
  }
}
