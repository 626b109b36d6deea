package dev.parley.account;

import dev.parley.auth.Unauthenticated;
import org.springframework.stereotype.Component;

/// What other rooms may ask about accounts.
@Component
public class Profiles {

  private final Accounts accounts;

  Profiles(Accounts accounts) {
    this.accounts = accounts;
  }

  /// An account as its owner sees it.
  ///
  /// @throws Unauthenticated where it is gone
  public Account require(String id) {
    return accounts.find(id).orElseThrow(Unauthenticated::new);
  }
}
