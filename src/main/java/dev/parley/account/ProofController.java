package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.auth.Emails;
import dev.parley.auth.PasswordRule;
import dev.parley.auth.Passwords;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.mail.MailNotConfigured;
import dev.parley.mail.MailSettings;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/// What is done by mail: proving an address, and choosing a new password.
@RestController
@RequestMapping("/auth")
class ProofController {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Address(@Nullable String email) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Verification(@JsonDeserialize(using = TokenText.class) @Nullable Secret token) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reset(
      @JsonDeserialize(using = TokenText.class) @Nullable Secret token,
      @Nullable Secret password) {}

  private final SignUps signUps;
  private final Proofs proofs;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final MailSettings mail;

  ProofController(
      SignUps signUps, Proofs proofs, Passwords passwords, PasswordRule rule, MailSettings mail) {
    this.signUps = signUps;
    this.proofs = proofs;
    this.passwords = passwords;
    this.rule = rule;
    this.mail = mail;
  }

  @PostMapping("/verify-email")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(Meter meter, @RequestBody Verification body) {
    proofs.verify(token(meter, body.token));
  }

  @PostMapping(path = "/verify-email/resend", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted resend(Meter meter, @RequestBody Address body) {
    signUps.resend(address(meter, body));
    return Accepted.REQUEST;
  }

  @PostMapping(path = "/password/forgot", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted forgot(Meter meter, @RequestBody Address body) {
    signUps.forgot(address(meter, body));
    return Accepted.REQUEST;
  }

  @PostMapping("/password/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(Meter meter, @RequestBody Reset body) {
    var token = token(meter, body.token);
    var email = proofs.addressToReset(token);
    var fields = new Fields();
    var password = rule.read(fields, "password", body.password, email);
    fields.check();
    proofs.reset(token, passwords.hash(password));
  }

  private String address(Meter meter, Address body) {
    checkMail();
    meter.takeByAddress(Limit.ADDRESS_MAILS);
    var fields = new Fields();
    var email = Emails.read(fields, body.email);
    fields.check();
    meter.take(Limit.ACCOUNT_MAILS, email);
    return email;
  }

  private Secret token(Meter meter, @Nullable Secret token) {
    checkMail();
    meter.takeByAddress(Limit.ADDRESS_PROOFS);
    if (token == null) {
      throw new InvalidToken();
    }
    return token;
  }

  private void checkMail() {
    if (!mail.areSet()) {
      throw new MailNotConfigured();
    }
  }
}
