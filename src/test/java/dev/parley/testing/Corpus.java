package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Inputs of one kind, kept in files, and as many more that are made from them by small changes:
/// the same ones in each run, or those of another number in `-Dparley.fuzz.seed`.
///
/// An input that something is wrong with is written to `target/corpus`; it belongs beside the
/// others, so that it is tried from then on.
///
/// @param name of the folder
public record Corpus(String name, List<byte[]> inputs) {

  private static final Path KEPT = Path.of("src", "test", "resources", "corpus");
  private static final Path FOUND = Path.of("target", "corpus");
  private static final int TRIES = Integer.getInteger("parley.fuzz", 3_000);
  private static final int SEED = Integer.getInteger("parley.fuzz.seed", 1);
  private static final int MOST_CHANGES = 5;

  /// What parsers have tripped over elsewhere.
  private static final List<String> ODD =
      List.of(
          "\0",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\r",
          "\n",
          "\r\n",
          "\t",
          " ",
          "%",
          "%00",
          "\uFEFF",
          "\u2028",
          "\\ud800",
          "\\u0000",
          "null",
          "true",
          "-",
          "1e999",
          "0.1",
          "//",
          "@",
          "?",
          "#",
          "..",
          "=",
          ".",
          "data:",
          "[DONE]",
          "9".repeat(40),
          "é",
          "😀",
          "[[[[[[[[",
          "+");

  /// Reads a folder of them.
  public static Corpus of(String name) {
    try (var files = Files.list(KEPT.resolve(name))) {
      var inputs = new ArrayList<byte[]>();
      for (var file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
      return new Corpus(name, inputs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those of the folder and some that a test has made.
  public Corpus with(String... more) {
    var all = new ArrayList<>(inputs);
    Arrays.stream(more).map(text -> text.getBytes(UTF_8)).forEach(all::add);
    return new Corpus(name, all);
  }

  /// Tries all that are kept, and those that are made from them.
  ///
  /// @param attempt throws what it must not
  public void tryAll(Consumer<byte[]> attempt) {
    inputs.forEach(input -> tryOne(input, attempt));
    var random = new Random(SEED);
    for (var i = 0; i < TRIES; i++) {
      tryOne(changed(random), attempt);
    }
  }

  private void tryOne(byte[] input, Consumer<byte[]> attempt) {
    try {
      attempt.accept(input);
    } catch (Throwable wrong) {
      var file = FOUND.resolve(name).resolve(Integer.toHexString(Arrays.hashCode(input)));
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, input);
      } catch (IOException e) {
        wrong.addSuppressed(e);
      }
      throw new AssertionError("tripped over " + file, wrong);
    }
  }

  private byte[] changed(Random random) {
    var input = any(random);
    for (var left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
      input = change(input, random);
    }
    return input;
  }

  private byte[] change(byte[] input, Random random) {
    var from = random.nextInt(input.length + 1);
    var to = from + random.nextInt(Math.min(input.length - from, 20) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> join(input, from, ODD.get(random.nextInt(ODD.size())).getBytes(UTF_8), from);
      case 1 -> join(input, from, new byte[] {(byte) random.nextInt(256)}, from);
      case 2 -> join(input, from, new byte[0], to);
      case 3 -> join(input, to, Arrays.copyOfRange(input, from, to), to);
      case 4 -> join(input, from, any(random), input.length);
      default -> join(input, from, new byte[] {(byte) random.nextInt(256)}, Math.max(from, to));
    };
  }

  private byte[] any(Random random) {
    return inputs.get(random.nextInt(inputs.size()));
  }

  /// What stands before `from`, then the middle, then what stands behind `to`.
  private static byte[] join(byte[] input, int from, byte[] middle, int to) {
    var joined = Arrays.copyOf(input, from + middle.length + input.length - to);
    System.arraycopy(middle, 0, joined, from, middle.length);
    System.arraycopy(input, to, joined, from + middle.length, input.length - to);
    return joined;
  }
}
