package dev.parley.account;

import dev.parley.auth.Caller;
import dev.parley.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What one's account is.
@RestController
class AccountController {

  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/account")
  Account account(Caller.Reader reader) {
    return accounts.find(reader.accountId()).orElseThrow(NotFound::new);
  }
}
