package dev.parley.modelkey;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import java.util.Map;
import java.util.UUID;

/// Own keys of the model service, as tests store them.
final class StoredKey {

  private StoredKey() {}

  /// A key that nobody else has.
  static String fresh() {
    return "sk-own-" + UUID.randomUUID();
  }

  static Response put(Client member, String key) {
    return member.send("PUT", "/account/api-key", "{\"api_key\":\"%s\"}".formatted(key), Map.of());
  }

  /// Stores a fresh key.
  ///
  /// @return the key
  static String store(Client member) {
    var key = fresh();
    put(member, key).expect(200);
    return key;
  }

  static Response get(Client member) {
    return member.get("/account/api-key");
  }

  static Response delete(Client member) {
    return member.delete("/account/api-key");
  }
}
