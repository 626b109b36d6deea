package dev.parley.account;

import dev.parley.auth.Caller;
import dev.parley.auth.Unauthenticated;
import dev.parley.web.Fields;
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
  private static final int MOST_DAYS = 36_500;

  record Profile(@Nullable JsonNode name, @Nullable JsonNode deleteConversationsAfterDays) {}

  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Changes what is given; a `null` takes it away.
  @PatchMapping(path = "/account", produces = MediaType.APPLICATION_JSON_VALUE)
  Account change(Caller.Member member, @RequestBody Profile body) {
    var fields = new Fields();
    var name = body.name == null ? null : name(fields, body.name);
    var given = body.deleteConversationsAfterDays;
    var days = given == null ? null : days(fields, given);
    fields.check();
    if (body.name != null) {
      accounts.rename(member.accountId(), name);
    }
    if (given != null) {
      accounts.keepConversations(member.accountId(), days);
    }
    return accounts.find(member.accountId()).orElseThrow(Unauthenticated::new);
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

  private static @Nullable Integer days(Fields fields, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (!node.isInt() || node.intValue() < 1 || node.intValue() > MOST_DAYS) {
      fields.reject(
          "delete_conversations_after_days", "must be 1 to %d, or null".formatted(MOST_DAYS));
      return null;
    }
    return node.intValue();
  }

  @GetMapping("/account")
  Account account(Caller.Reader reader) {
    return accounts.find(reader.accountId()).orElseThrow(Unauthenticated::new);
  }
}
