package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Looks for many texts at once in any bytes, in one pass: by the first eight bytes of each.
public final class SecretScan {

  private static final int HEAD = Long.BYTES;

  private final Map<Long, List<byte[]>> byHead = new HashMap<>();

  /// @param secrets each of eight bytes or more
  public SecretScan(Collection<String> secrets) {
    for (var secret : secrets) {
      var bytes = secret.getBytes(StandardCharsets.UTF_8);
      byHead.computeIfAbsent(head(bytes), _ -> new ArrayList<>()).add(bytes);
    }
  }

  /// Where in these files and folders any of them stands, each as the file and the secret.
  public Set<String> find(List<Path> places) {
    var found = new TreeSet<String>();
    for (var place : places) {
      try (var files = Files.walk(place)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> find(file).forEach(secret -> found.add(file + ": " + secret)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private Set<String> find(Path file) {
    try {
      return find(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those that stand in these bytes.
  public Set<String> find(byte[] bytes) {
    var found = new TreeSet<String>();
    var window = 0L;
    for (var end = 1; end <= bytes.length; end++) {
      window = (window << Byte.SIZE) | Byte.toUnsignedLong(bytes[end - 1]);
      if (end >= HEAD) {
        for (var secret : byHead.getOrDefault(window, List.of())) {
          if (stands(secret, bytes, end - HEAD)) {
            found.add(new String(secret, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return found;
  }

  private static boolean stands(byte[] secret, byte[] bytes, int from) {
    var to = from + secret.length;
    return to <= bytes.length && Arrays.equals(secret, 0, secret.length, bytes, from, to);
  }

  private static long head(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }
}
