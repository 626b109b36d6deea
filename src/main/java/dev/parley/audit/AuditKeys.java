package dev.parley.audit;

import dev.parley.platform.Secret;
import dev.parley.vault.Binding;
import dev.parley.vault.Vault;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The key of the record: random, and stored under the master keys alone, so the database does not
/// hold it and the record outlives each of them. It is made at the first start.
@Component
final class AuditKeys {

  static final String PURPOSE = "audit-key";

  private static final String ID = "first";
  private static final int BYTES = 32;

  private final AuditKeyRows rows;
  private final Vault vault;
  private volatile @Nullable AuditKey known;

  AuditKeys(AuditKeyRows rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  /// @throws dev.parley.vault.Unreadable where it was tampered with
  AuditKey key() {
    var key = known;
    if (key == null) {
      key = open(rows.find(ID).orElseGet(this::make));
      known = key;
    }
    return key;
  }

  private AuditKey open(String sealed) {
    return new AuditKey(vault.open(new Binding(PURPOSE, ID), sealed));
  }

  private String make() {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var sealed = vault.seal(new Binding(PURPOSE, ID), new Secret(HexFormat.of().formatHex(random)));
    try {
      rows.add(ID, sealed, Head.first().stored(open(sealed)));
      return sealed;
    } catch (DuplicateKeyException e) {
      // Another node was started at the same moment.
      return rows.find(ID).orElseThrow(() -> e);
    }
  }
}
