package dev.parley.account;

import dev.parley.auth.Caller;
import dev.parley.web.Fields;
import dev.parley.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What one's account is.
@RestController
class AccountController {

  private static final int LONGEST_NAME = 100;

  record Profile(@Nullable JsonNode name) {}

  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Changes what is given; a `null` takes the name away.
  @PatchMapping(path = "/account", produces = MediaType.APPLICATION_JSON_VALUE)
  Account change(Caller.Member member, @RequestBody Profile body) {
    if (body.name != null) {
      var fields = new Fields();
      var name = name(fields, body.name);
      fields.check();
      accounts.rename(member.accountId(), name);
    }
    return accounts.find(member.accountId()).orElseThrow(NotFound::new);
  }

  private static @Nullable String name(Fields fields, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      fields.reject("name", "must be a string or null");
      return null;
    }
    return fields.text("name", node.stringValue(), LONGEST_NAME).strip();
  }

  @GetMapping("/account")
  Account account(Caller.Reader reader) {
    return accounts.find(reader.accountId()).orElseThrow(NotFound::new);
  }
}
