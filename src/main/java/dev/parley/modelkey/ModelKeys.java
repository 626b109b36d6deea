package dev.parley.modelkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.answer.Answers;
import dev.parley.auth.AccessEnded;
import dev.parley.platform.Secret;
import dev.parley.vault.Binding;
import dev.parley.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The keys that accounts have of the model service. Who has one and who has none is kept in
/// memory, sealed as it is stored, so that a question costs no query more.
@Component
public final class ModelKeys {

  static final String PURPOSE = "model-key";

  private static final Logger log = LoggerFactory.getLogger(ModelKeys.class);
  private static final int MOST_KEPT = 50_000;
  private static final int SHOWN = 4;

  private final Cache<String, Optional<String>> sealed =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
  private final StoredKeys stored;
  private final Vault vault;
  private final Answers answers;
  private final Clock clock;

  ModelKeys(StoredKeys stored, Vault vault, Answers answers, Clock clock) {
    this.stored = stored;
    this.vault = vault;
    this.answers = answers;
    this.clock = clock;
  }

  /// An account's key, in clear.
  ///
  /// @return none where it has none, and the server's is to be used
  /// @throws dev.parley.vault.Unreadable where there is one that was tampered with
  public @Nullable Secret find(String accountId) {
    return sealed
        .get(accountId, stored::findSealed)
        .map(text -> vault.open(binding(accountId), text))
        .orElse(null);
  }

  ModelKey put(String accountId, Secret key) {
    var text = key.reveal();
    var shown =
        new ModelKey(text.substring(text.length() - SHOWN), Instant.ofEpochMilli(clock.millis()));
    stored.put(accountId, vault.seal(binding(accountId), key), shown);
    log.info("{} has stored an own key", accountId);
    return shown;
  }

  /// Deletes an account's key and ends the answers that are being written with it.
  ///
  /// @throws dev.parley.web.NotFound where there is none
  void delete(String accountId) {
    stored.delete(accountId);
    log.info("{} has deleted its own key", accountId);
  }

  /// On every node, also on the one that did it, before its caller is told.
  @EventListener
  void hear(AccessEnded ended) {
    switch (ended.kind()) {
      case MODEL_KEY_STORED -> sealed.invalidate(ended.subjectId());
      case MODEL_KEY_DELETED -> {
        // In this order: whoever still found the key looks again once its answer can be seen here.
        sealed.invalidate(ended.subjectId());
        answers.forgetKey(ended.subjectId());
      }
      default -> {
        // It is about no key.
      }
    }
  }

  private static Binding binding(String accountId) {
    return new Binding(PURPOSE, accountId);
  }
}
