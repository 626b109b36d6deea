package dev.parley.auth;

import dev.parley.platform.Secret;
import dev.parley.platform.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The passwords that are tried first, in whatever case they are written.
@Component
final class CommonPasswords {

  static final String FILE = "common-passwords.filter";

  private final XorFilter filter;

  CommonPasswords() {
    try {
      filter = XorFilter.read(ByteBuffer.wrap(new ClassPathResource(FILE).getContentAsByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it is one of them; of those that are not, one in four thousand million is taken for
  /// one.
  boolean contain(Secret password) {
    return filter.contains(key(password.reveal()));
  }

  static long key(String password) {
    var lower = password.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.digest(lower)).getLong();
  }
}
