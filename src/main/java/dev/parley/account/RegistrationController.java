package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.auth.Emails;
import dev.parley.auth.PasswordRule;
import dev.parley.auth.Passwords;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.mail.MailSettings;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Registering. Where there is mail, the answer is the same whether the address is taken or not.
@RestController
class RegistrationController {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record NewAccount(@Nullable String email, @Nullable Secret password) {}

  /// What of a registration has to be the same the second time.
  record Registered(String email) {}

  private final Accounts accounts;
  private final SignUps signUps;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final MailSettings mail;

  RegistrationController(
      Accounts accounts,
      SignUps signUps,
      Passwords passwords,
      PasswordRule rule,
      MailSettings mail) {
    this.accounts = accounts;
    this.signUps = signUps;
    this.passwords = passwords;
    this.rule = rule;
    this.mail = mail;
  }

  @PostMapping(path = "/auth/register", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> register(Meter meter, Once once, @RequestBody NewAccount body) {
    var fields = new Fields();
    var email = Emails.read(fields, body.email);
    var password = rule.read(fields, "password", body.password, email);
    fields.check();
    var request = once.by(meter.address(), new Registered(email));
    if (request.earlier().isEmpty()) {
      meter.takeByAddress(Limit.ADDRESS_REGISTRATIONS);
    }
    return mail.areSet()
        ? ResponseEntity.accepted().body(byMail(meter, request, email, password))
        : ResponseEntity.status(HttpStatus.CREATED).body(atOnce(request, email, password));
  }

  private Account atOnce(Once.Request request, String email, Secret password) {
    var hash = passwords.hash(password);
    return request.create(Account.class, () -> accounts.create(email, hash));
  }

  private Accepted byMail(Meter meter, Once.Request request, String email, Secret password) {
    if (request.earlier().isEmpty()) {
      meter.take(Limit.ACCOUNT_MAILS, email);
    }
    var attempt = signUps.attempt(email, password);
    return request.create(
        Accepted.class,
        () -> {
          signUps.register(attempt);
          return Accepted.REGISTRATION;
        });
  }
}
