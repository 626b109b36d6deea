package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real Chromium without a window, for tests of pages, with a profile of its own.
public final class Chromium implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final DevTools devTools;

  private Chromium(Process process, DevTools devTools) {
    this.process = process;
    this.devTools = devTools;
  }

  /// Where one is installed here.
  static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Chromium start() {
    try {
      var command = new ArrayList<String>();
      command.add(find().orElseThrow().toString());
      command.addAll(
          List.of(
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-quic",
              "--no-first-run",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--disable-dev-shm-usage",
              "--hide-scrollbars",
              "--lang=en-US",
              "--remote-debugging-port=0",
              "--user-data-dir=" + Files.createTempDirectory("parley-chromium"),
              "about:blank"));
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var address = new CompletableFuture<URI>();
      Thread.ofVirtual().start(() -> read(process, address));
      var uri = address.get(START.toSeconds(), TimeUnit.SECONDS);
      return new Chromium(process, DevTools.connect(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new AssertionError("Chromium does not start", e);
    }
  }

  private static void read(Process process, CompletableFuture<URI> address) {
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var found = LISTENING.matcher(line);
        if (found.find()) {
          address.complete(URI.create(found.group(1)));
        }
      }
      address.completeExceptionally(new AssertionError("it has ended"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  /// Somebody's browser, with cookies of its own.
  public Browser browser() {
    var context =
        devTools
            .send("Target.createBrowserContext", Map.of())
            .get("browserContextId")
            .stringValue();
    return new Browser(devTools, context);
  }

  /// The windows of one person.
  public record Browser(DevTools devTools, String context) {

    /// Opens a page in a window of its own.
    public Tab open(URI address) {
      return Tab.open(devTools, context, address);
    }
  }

  @Override
  public void close() {
    devTools.close();
    process.destroyForcibly();
  }
}
