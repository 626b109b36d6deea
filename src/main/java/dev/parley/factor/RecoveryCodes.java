package dev.parley.factor;

import dev.parley.platform.Sha256;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The recovery codes of accounts, and their SQL. Each has 120 random bits, so that its hash needs
/// neither salt nor work (OWASP ASVS 5.0, 6.5.2); it is deleted when it is used.
@Component
class RecoveryCodes {

  private static final int CODES = 10;
  private static final int BYTES = 15;
  private static final int GROUP = 4;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;

  RecoveryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Makes new ones, to be written down by their owner; they cannot be shown again.
  List<String> make(String accountId) {
    var codes = Stream.generate(this::code).limit(CODES).toList();
    codes.forEach(code -> store(accountId, code));
    return codes.stream().map(RecoveryCodes::grouped).toList();
  }

  /// Uses one up.
  ///
  /// @return false where it is none of the account's, or was used before
  boolean spend(String accountId, TypedCode code) {
    return jdbc.sql("DELETE FROM recovery_codes WHERE user_id = :user AND code_hash = :hash")
            .param("user", accountId)
            .param("hash", Sha256.hex(code.text()))
            .update()
        == 1;
  }

  private void store(String accountId, String code) {
    jdbc.sql("INSERT INTO recovery_codes (user_id, code_hash) VALUES (:user, :hash)")
        .param("user", accountId)
        .param("hash", Sha256.hex(code))
        .update();
  }

  private String code() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base32.encode(bytes);
  }

  /// Groups of four letters, in small ones, which are easier to read.
  private static String grouped(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("(?<=.)(?=(.{%d})+$)".formatted(GROUP), "-");
  }
}
