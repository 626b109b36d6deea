package dev.parley.account;

import dev.parley.platform.Dialect;
import dev.parley.platform.Secret;
import dev.parley.platform.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tokens that go by mail: 256 random bits, of which the hash is kept. Each holds for one purpose,
/// once, until its time is over or a newer one is made.
@Component
class OneTimeTokens {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Dialect dialect;

  OneTimeTokens(JdbcClient jdbc, Clock clock, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.clock = clock;
  }

  /// Makes a new token, and with that voids the one before.
  @Transactional
  public Secret mint(String email, Purpose purpose) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var token = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    jdbc.sql(
            """
            INSERT INTO one_time_tokens (email, purpose, token_hash, expires_at)
            VALUES (:email, :purpose, :hash, :expires)
            %s token_hash = :hash, expires_at = :expires
            """
                .formatted(dialect.orUpdate("email, purpose")))
        .param("email", email)
        .param("purpose", purpose.word())
        .param("hash", hash(token))
        .param("expires", clock.instant().plus(purpose.lifetime()).toEpochMilli())
        .update();
    return token;
  }

  /// The address that a token came to, if it holds. It holds on.
  Optional<String> find(Purpose purpose, Secret token) {
    return jdbc.sql(
            """
            SELECT email FROM one_time_tokens
            WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now
            """)
        .param("hash", hash(token))
        .param("purpose", purpose.word())
        .param("now", clock.millis())
        .query(String.class)
        .optional();
  }

  /// The address that a token came to, if it held until now.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> spend(Purpose purpose, Secret token) {
    find(purpose, token).ifPresent(this::hold);
    return find(purpose, token).filter(_ -> remove(token));
  }

  /// Holds all that went to an address, in their order: who spends one may void the others.
  private void hold(String email) {
    if (!dialect.hold().isEmpty()) {
      jdbc.sql(
              "SELECT purpose FROM one_time_tokens WHERE email = :email ORDER BY purpose"
                  + dialect.hold())
          .param("email", email)
          .query(String.class)
          .list();
    }
  }

  private boolean remove(Secret token) {
    return jdbc.sql("DELETE FROM one_time_tokens WHERE token_hash = :hash")
            .param("hash", hash(token))
            .update()
        == 1;
  }

  /// Voids all that went to an address.
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String email) {
    hold(email);
    jdbc.sql("DELETE FROM one_time_tokens WHERE email = :email").param("email", email).update();
  }

  private static String hash(Secret token) {
    return Sha256.hex(token.reveal());
  }
}
