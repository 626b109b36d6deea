package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final boolean encrypted;
  private Process process;

  private RedisServer(int port, boolean encrypted) {
    this.port = port;
    this.encrypted = encrypted;
    this.process = run();
  }

  /// Starts one on a free port.
  public static RedisServer start() {
    return new RedisServer(freePort(), false);
  }

  /// Starts one that takes encrypted connections alone, with the certificate of [Tls].
  public static RedisServer startEncrypted() {
    return new RedisServer(freePort(), true);
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return (encrypted ? "rediss" : "redis") + "://127.0.0.1:" + port;
  }

  /// Ends it, with all it had.
  public void stop() {
    process.destroyForcibly().onExit().join();
  }

  public void startAgain() {
    process = run();
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

  private List<String> command() {
    var command = new ArrayList<>(List.of(Program.PATH.toString(), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    command.addAll(List.of("--port", encrypted ? "0" : String.valueOf(port)));
    if (encrypted) {
      command.addAll(List.of("--tls-port", String.valueOf(port), "--tls-auth-clients", "no"));
      command.addAll(List.of("--tls-cert-file", Tls.file("certificate.pem").toString()));
      command.addAll(List.of("--tls-key-file", Tls.file("key.pem").toString()));
    }
    return command;
  }

  private Process run() {
    try {
      var process =
          new ProcessBuilder(command())
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
