package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program that was started to be measured, with what it started itself.
record Program(Process process, int port) implements AutoCloseable {

  /// The clock of `/proc/PID/stat` ticks a hundred times a second.
  private static final double MICROS_PER_TICK = 10_000;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// @param log where what it says goes
  static Program start(
      List<String> command, Path folder, Map<String, String> settings, int port, Path log)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(settings);
    return new Program(builder.redirectOutput(log.toFile()).start(), port);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Waits until somebody listens.
  Program await() throws IOException, InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return this;
      } catch (IOException _) {
        Thread.sleep(2);
      }
    }
    throw new IOException("Nobody listens: " + process.info().commandLine().orElse(""));
  }

  /// Microseconds of processor time that it took until now.
  double cpu() {
    return processes().mapToDouble(Program::ticks).sum() * MICROS_PER_TICK;
  }

  /// Bytes of memory that it has.
  long memory() {
    return processes().mapToLong(Program::resident).sum();
  }

  private Stream<Long> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(ProcessHandle::pid);
  }

  private static double ticks(long pid) {
    var stat = read("/proc/%d/stat".formatted(pid));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static long resident(long pid) {
    return read("/proc/%d/status".formatted(pid))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
        .sum();
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
