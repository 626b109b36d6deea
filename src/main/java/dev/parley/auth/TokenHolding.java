package dev.parley.auth;

import dev.parley.platform.Holding;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The personal access tokens of an account, as it sees them itself, for its export.
@Component
class TokenHolding implements Holding {

  private final PersonalTokens tokens;

  TokenHolding(PersonalTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "access_tokens";
  }

  @Override
  public void tell(String accountId, Consumer<Object> rows) {
    tokens.list(accountId, PersonalTokens.MOST, null).data().forEach(rows);
  }
}
