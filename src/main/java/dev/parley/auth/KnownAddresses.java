package dev.parley.auth;

import dev.parley.platform.Dialect;
import dev.parley.platform.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The network addresses from which accounts were signed in to of late, for clients that keep no
/// cookie. Account and address are stored as one hash with a key, which tells neither.
@Component
class KnownAddresses {

  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Clock clock;
  private final byte[] key;

  KnownAddresses(JdbcClient jdbc, Clock clock, SigningKey key, Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.clock = clock;
    this.key = key.derive("known addresses");
  }

  /// Whether the account was signed in to from there. Asks the same of accounts that do not exist.
  boolean isKnown(String email, String address) {
    return jdbc.sql("SELECT COUNT(*) FROM known_addresses WHERE id = :id AND seen_at > :since")
            .param("id", id(email, address))
            .param("since", clock.instant().minus(KNOWN_FOR).toEpochMilli())
            .query(Integer.class)
            .single()
        > 0;
  }

  @Transactional
  public void remember(String accountId, String email, String address) {
    jdbc.sql(
            """
            INSERT INTO known_addresses (id, user_id, seen_at)
            VALUES (:id, :user, :now)
            %s user_id = :user, seen_at = :now
            """
                .formatted(dialect.orUpdate("id")))
        .param("id", id(email, address))
        .param("user", accountId)
        .param("now", clock.millis())
        .update();
  }

  private String id(String email, String address) {
    var both = (email + "\n" + address).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hmac.sha256(key, both));
  }
}
