package dev.parley.factor;

import dev.parley.platform.Secret;
import dev.parley.vault.Binding;
import dev.parley.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The second factors of accounts, and their SQL. One is begun, and is on once a first code has
/// shown that the account's owner holds the key. The steps whose codes were taken only rise, so no
/// code is taken twice, however many come at once.
@Component
public class SecondFactors {

  static final String PURPOSE = "second-factor";

  private record Row(String secret, long lastStep, boolean confirmed) {}

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final RecoveryCodes recoveryCodes;
  private final Vault vault;
  private final Clock clock;
  private final FactorSettings settings;

  SecondFactors(
      JdbcClient jdbc,
      RecoveryCodes recoveryCodes,
      Vault vault,
      Clock clock,
      FactorSettings settings) {
    this.jdbc = jdbc;
    this.recoveryCodes = recoveryCodes;
    this.vault = vault;
    this.clock = clock;
    this.settings = settings;
  }

  public boolean isOn(String accountId) {
    return find(accountId).filter(Row::confirmed).isPresent();
  }

  /// Makes a key for the account; one that was begun before and not confirmed no longer holds.
  ///
  /// @param email what the app calls the account
  /// @throws SecondFactorOn where there is one already
  @Transactional
  public SharedKey begin(String accountId, String email) {
    var key = TotpKey.random(random);
    var rows =
        jdbc.sql(
                """
                INSERT INTO second_factors (user_id, secret, last_step, confirmed_at)
                VALUES (:user, :secret, 0, NULL)
                ON CONFLICT (user_id) DO UPDATE SET secret = :secret, last_step = 0
                WHERE second_factors.confirmed_at IS NULL
                """)
            .param("user", accountId)
            .param("secret", vault.seal(binding(accountId), key.base32()))
            .update();
    if (rows == 0) {
      throw new SecondFactorOn();
    }
    return new SharedKey(key.base32().reveal(), key.uri(settings.issuer(), email));
  }

  /// Switches the second factor on.
  ///
  /// @return the recovery codes, this once; none where the code is wrong
  /// @throws SecondFactorOn where it is on
  /// @throws SecondFactorOff where it was not begun
  @Transactional
  public Optional<List<String>> confirm(String accountId, Secret code) {
    var row = find(accountId).orElseThrow(SecondFactorOff::new);
    if (row.confirmed) {
      throw new SecondFactorOn();
    }
    if (!spendStep(accountId, row, TypedCode.of(code))) {
      return Optional.empty();
    }
    jdbc.sql("UPDATE second_factors SET confirmed_at = :now WHERE user_id = :user")
        .param("user", accountId)
        .param("now", clock.millis())
        .update();
    return Optional.of(recoveryCodes.make(accountId));
  }

  /// Takes a code of the app or a recovery code, and takes it no second time.
  ///
  /// @return false where it is wrong, or was taken before
  /// @throws SecondFactorOff where there is no second factor
  @Transactional
  public boolean spend(String accountId, Secret code) {
    return spendEither(accountId, code);
  }

  /// Switches the second factor off.
  ///
  /// @return false where the code is wrong, or was taken before
  /// @throws SecondFactorOff where it is off
  @Transactional
  public boolean switchOff(String accountId, Secret code) {
    if (!spendEither(accountId, code)) {
      return false;
    }
    jdbc.sql("DELETE FROM second_factors WHERE user_id = :user").param("user", accountId).update();
    return true;
  }

  private boolean spendEither(String accountId, Secret code) {
    var row = find(accountId).filter(Row::confirmed).orElseThrow(SecondFactorOff::new);
    var typed = TypedCode.of(code);
    return typed.isOfAnApp()
        ? spendStep(accountId, row, typed)
        : recoveryCodes.spend(accountId, typed);
  }

  private boolean spendStep(String accountId, Row row, TypedCode code) {
    var key = TotpKey.of(vault.open(binding(accountId), row.secret));
    var step = key.step(code.text(), clock.instant());
    return step.isPresent()
        && step.getAsLong() > row.lastStep
        && jdbc.sql(
                    """
                    UPDATE second_factors SET last_step = :step
                    WHERE user_id = :user AND last_step < :step
                    """)
                .param("user", accountId)
                .param("step", step.getAsLong())
                .update()
            == 1;
  }

  private Optional<Row> find(String accountId) {
    return jdbc.sql(
            """
            SELECT secret, last_step, confirmed_at IS NOT NULL AS confirmed
            FROM second_factors
            WHERE user_id = :user
            """)
        .param("user", accountId)
        .query(
            (row, _) ->
                new Row(
                    row.getString("secret"), row.getLong("last_step"), row.getBoolean("confirmed")))
        .optional();
  }

  private static Binding binding(String accountId) {
    return new Binding(PURPOSE, accountId);
  }
}
