package dev.parley.modelkey;

import dev.parley.auth.Caller;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.model.KeyTrial;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import dev.parley.web.Invalid;
import dev.parley.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// An account's own key of the model service.
@RestController
class ModelKeyController {

  private static final String FIELD = "api_key";
  private static final int SHORTEST = 12;
  private static final int LONGEST = 512;

  record NewKey(@Nullable Secret apiKey) {}

  private final ModelKeys keys;
  private final StoredKeys stored;
  private final KeyTrial trial;

  ModelKeyController(ModelKeys keys, StoredKeys stored, KeyTrial trial) {
    this.keys = keys;
    this.stored = stored;
    this.trial = trial;
  }

  @PutMapping(path = "/account/api-key", produces = MediaType.APPLICATION_JSON_VALUE)
  ModelKey put(Caller.Member member, Meter meter, @RequestBody NewKey body) {
    var fields = new Fields();
    var key = fields.secret(FIELD, body.apiKey);
    if (!isKey(key.reveal())) {
      fields.reject(
          FIELD, "must have %d to %d visible ASCII characters".formatted(SHORTEST, LONGEST));
    }
    fields.check();
    meter.take(Limit.ACCOUNT_KEYS, member.accountId());
    if (!trial.passes(key)) {
      throw new Invalid(FIELD, "is refused by the model service");
    }
    return keys.put(member.accountId(), key);
  }

  @GetMapping("/account/api-key")
  ModelKey get(Caller.Member member) {
    return stored.find(member.accountId()).orElseThrow(NotFound::new);
  }

  @DeleteMapping("/account/api-key")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller.Member member) {
    keys.delete(member.accountId());
  }

  /// Header fields take visible ASCII alone.
  private static boolean isKey(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
