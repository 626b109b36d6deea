package dev.parley.idempotency;

import dev.parley.platform.Sha256;
import dev.parley.web.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request that may have been sent before, as its `Idempotency-Key` says. Without that field it
/// was not.
///
/// A controller that takes one does what it does once.
public final class Once {

  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private final Idempotency idempotency;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final @Nullable String key;
  private final String route;
  private final HttpHeaders answer;

  Once(
      Idempotency idempotency,
      TransactionOperations transactions,
      JsonMapper json,
      @Nullable String key,
      String route,
      HttpHeaders answer) {
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
    this.key = key;
    this.route = route;
    this.answer = answer;
  }

  /// What a caller asks for with a body.
  ///
  /// @param caller the account or session; keys of different callers never meet
  /// @param body what has to be the same the second time
  public Request by(String caller, Object body) {
    return new Request(caller, Sha256.hex(json.writeValueAsString(body)));
  }

  /// What a certain caller asks for with a certain body.
  public final class Request implements First {

    private final String caller;
    private final String fingerprint;
    private final String id;

    private Request(String caller, String fingerprint) {
      this.caller = caller;
      this.fingerprint = fingerprint;
      this.id = Sha256.hex(String.join("\n", caller, route, String.valueOf(key)));
    }

    /// What was answered the first time, if there was one.
    ///
    /// @throws KeyReused where that was the answer to another body
    public Optional<JsonNode> earlier() {
      if (key == null) {
        return Optional.empty();
      }
      var kept = idempotency.find(id);
      if (kept.isPresent()) {
        if (!kept.get().fingerprint().equals(fingerprint)) {
          throw new KeyReused();
        }
        answer.set(REPLAYED, "true");
      }
      return kept.map(first -> json.readTree(first.response()));
    }

    /// Makes sure, inside the transaction that is to do it, that it was not done before.
    ///
    /// @throws KeptAlready where another request was first
    @Override
    public void checkFirst() {
      if (key != null && idempotency.find(id).isPresent()) {
        throw new KeptAlready();
      }
    }

    /// Keeps the first answer, inside the transaction that did what it tells.
    ///
    /// @throws KeptAlready where another request was first
    @Override
    public void keep(Object response) {
      if (key != null) {
        idempotency.keep(
            id, caller, new Idempotency.Kept(fingerprint, json.writeValueAsString(response)));
      }
    }

    @Override
    public void forget() {
      if (key != null) {
        idempotency.forget(id);
      }
    }

    /// Creates something in several transactions, the last of which keeps the answer, or gives what
    /// was created the first time.
    ///
    /// @param creation takes back what it did where it meets [KeptAlready]
    public <T> T createAtLength(Class<T> type, Supplier<T> creation) {
      var earlier = earlier();
      if (earlier.isPresent()) {
        return json.treeToValue(earlier.get(), type);
      }
      try {
        return creation.get();
      } catch (KeptAlready e) {
        return json.treeToValue(earlier().orElseThrow(() -> e), type);
      }
    }

    /// Creates something, in a transaction, or gives what was created the first time.
    public <T> T create(Class<T> type, Supplier<T> creation) {
      var earlier = earlier();
      if (earlier.isPresent()) {
        return json.treeToValue(earlier.get(), type);
      }
      if (key == null) {
        return creation.get();
      }
      try {
        return Objects.requireNonNull(
            transactions.execute(
                _ -> {
                  var created = creation.get();
                  keep(created);
                  return created;
                }));
      } catch (KeptAlready | Refusal e) {
        // What is there already may be there because another request with the key was first.
        return json.treeToValue(earlier().orElseThrow(() -> e), type);
      }
    }
  }
}
