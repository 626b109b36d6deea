package dev.parley.account;

import dev.parley.web.NotFound;
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
  /// @throws NotFound where there is none
  public Account require(String id) {
    return accounts.find(id).orElseThrow(NotFound::new);
  }
}
