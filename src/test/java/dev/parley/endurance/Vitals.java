package dev.parley.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What a Java program takes of memory, in bytes.
///
/// @param resident of the machine's; 0 where the system does not tell
/// @param live of the heap, after everything was collected that can be
record Vitals(long resident, long live) {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");
  /// Of the young and of the old.
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
  private static final long KIB = 1024;

  static Vitals of(long process) {
    jcmd(process, "GC.run");
    var live = sum(USED, jcmd(process, "GC.heap_info"));
    var status = Path.of("/proc/%d/status".formatted(process));
    try {
      var told = Files.exists(status) ? Files.readString(status) : "";
      return new Vitals(sum(RESIDENT, told), live);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sum(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)) * KIB)
        .sum();
  }

  private static String jcmd(long process, String command) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var running = new ProcessBuilder(jcmd, String.valueOf(process), command).start();
      return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "%d MB, of these %d MB live on the heap".formatted(resident >> 20, live >> 20);
  }
}
