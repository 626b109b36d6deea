package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/// A real Redis, which can be stopped, started again, and made to stand still.
public final class RedisServer implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(10);

  private static final class Program {
    private static final Path PATH = find();

    private static Path find() {
      try {
        return ExecutableProvider.newJarResourceProvider().get().toPath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final int port;
  private Process process;

  private RedisServer(int port) {
    this.port = port;
    this.process = run(port);
  }

  /// Starts one on a free port.
  public static RedisServer start() {
    return new RedisServer(freePort());
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /// Ends it, with all it had.
  public void stop() {
    process.destroyForcibly().onExit().join();
  }

  public void startAgain() {
    process = run(port);
  }

  /// Lets its connections stand and says nothing on them.
  public void standStill() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process run(int port) {
    try {
      var process =
          new ProcessBuilder(
                  Program.PATH.toString(),
                  "--port",
                  String.valueOf(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      Awaitility.await().atMost(SOON).until(() -> isThere(port));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isThere(int port) {
    try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return connection.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
