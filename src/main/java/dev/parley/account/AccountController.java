package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.auth.Caller;
import dev.parley.auth.Emails;
import dev.parley.auth.PasswordRule;
import dev.parley.auth.Passwords;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import dev.parley.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Registering, and what one's account is.
@RestController
class AccountController {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Registration(@Nullable String email, @Nullable Secret password) {}

  /// What of a registration has to be the same the second time.
  record Registered(String email) {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordRule rule;

  AccountController(Accounts accounts, Passwords passwords, PasswordRule rule) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.rule = rule;
  }

  @PostMapping(path = "/auth/register", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Account register(Meter meter, Once once, @RequestBody Registration body) {
    var fields = new Fields();
    var email = Emails.normalise(fields.given("email", body.email));
    if (!Emails.isAddress(email)) {
      fields.reject("email", "must be an e-mail address");
    }
    var password = rule.read(fields, "password", body.password, email);
    fields.check();
    var request = once.by(meter.address(), new Registered(email));
    if (request.earlier().isEmpty()) {
      meter.takeByAddress(Limit.ADDRESS_REGISTRATIONS);
    }
    var hash = passwords.hash(password);
    return request.create(Account.class, () -> accounts.create(email, hash));
  }

  @GetMapping("/account")
  Account account(Caller.Reader reader) {
    return accounts.find(reader.accountId()).orElseThrow(NotFound::new);
  }
}
