package dev.parley.factor;

import dev.parley.platform.Secret;
import dev.parley.vault.Binding;
import dev.parley.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The second factors of accounts. One is begun, and is on once a first code has shown that the
/// account's owner holds the key. No code is taken twice, however many come with it at once.
@Component
public class SecondFactors {

  static final String PURPOSE = "second-factor";

  private final SecureRandom random = new SecureRandom();
  private final FactorRows rows;
  private final RecoveryCodes recoveryCodes;
  private final Vault vault;
  private final Clock clock;
  private final FactorSettings settings;
  private final ApplicationEventPublisher events;

  SecondFactors(
      FactorRows rows,
      RecoveryCodes recoveryCodes,
      Vault vault,
      Clock clock,
      FactorSettings settings,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.recoveryCodes = recoveryCodes;
    this.vault = vault;
    this.clock = clock;
    this.settings = settings;
    this.events = events;
  }

  public boolean isOn(String accountId) {
    return rows.find(accountId).filter(FactorRows.Row::confirmed).isPresent();
  }

  /// Makes a key for the account; one that was begun before and not confirmed no longer holds.
  ///
  /// @param email what the app calls the account
  /// @throws SecondFactorOn where there is one already
  @Transactional
  public SharedKey begin(String accountId, String email) {
    var key = TotpKey.random(random);
    if (!rows.begin(accountId, vault.seal(binding(accountId), key.base32()))) {
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
    var row = rows.hold(accountId).orElseThrow(SecondFactorOff::new);
    if (row.confirmed()) {
      throw new SecondFactorOn();
    }
    if (!spendStep(accountId, row, TypedCode.of(code))) {
      return Optional.empty();
    }
    rows.confirm(accountId, clock.millis());
    events.publishEvent(new SecondFactorSwitched(accountId, "on"));
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
    var right = spendEither(accountId, code);
    if (right) {
      rows.delete(accountId);
      events.publishEvent(new SecondFactorSwitched(accountId, "off"));
    }
    return right;
  }

  private boolean spendEither(String accountId, Secret code) {
    var row =
        rows.hold(accountId).filter(FactorRows.Row::confirmed).orElseThrow(SecondFactorOff::new);
    var typed = TypedCode.of(code);
    return typed.isOfAnApp()
        ? spendStep(accountId, row, typed)
        : recoveryCodes.spend(accountId, typed);
  }

  private boolean spendStep(String accountId, FactorRows.Row row, TypedCode code) {
    var key = TotpKey.of(vault.open(binding(accountId), row.secret()));
    var step = key.step(code.text(), clock.instant());
    return step.isPresent() && rows.spend(accountId, step.getAsLong());
  }

  private static Binding binding(String accountId) {
    return new Binding(PURPOSE, accountId);
  }
}
