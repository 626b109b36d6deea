package dev.parley.modelkey;

import dev.parley.platform.Holding;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// What an account sees of its own key, for its export; never the key.
@Component
class ModelKeyHolding implements Holding {

  private final StoredKeys keys;

  ModelKeyHolding(StoredKeys keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return "model_keys";
  }

  @Override
  public void tell(String accountId, Consumer<Object> rows) {
    keys.find(accountId).ifPresent(rows);
  }
}
