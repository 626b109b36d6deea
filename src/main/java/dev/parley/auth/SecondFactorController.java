package dev.parley.auth;

import dev.parley.factor.SecondFactors;
import dev.parley.factor.SharedKey;
import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Switching an account's second factor on and off. An access token is not enough for either.
@RestController
@RequestMapping("/account/second-factor")
class SecondFactorController {

  record Password(@Nullable Secret password) {}

  record Code(@Nullable Secret code) {}

  /// @param recoveryCodes shown this once
  record SwitchedOn(List<String> recoveryCodes) {}

  private final SecondFactors factors;
  private final PasswordCheck passwordCheck;
  private final Attempts attempts;
  private final Credentials credentials;

  SecondFactorController(
      SecondFactors factors,
      PasswordCheck passwordCheck,
      Attempts attempts,
      Credentials credentials) {
    this.factors = factors;
    this.passwordCheck = passwordCheck;
    this.attempts = attempts;
    this.credentials = credentials;
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  SharedKey begin(Caller.Member member, Meter meter, @RequestBody Password body) {
    var fields = new Fields();
    var password = fields.secret("password", body.password);
    fields.check();
    passwordCheck.require(meter, member, password);
    return factors.begin(member.accountId(), credentials.email(member.accountId()));
  }

  @PostMapping(path = "/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
  SwitchedOn confirm(Caller.Member member, Meter meter, @RequestBody Code body) {
    var code = code(body);
    var codes =
        attempts.signedIn(
            meter,
            member,
            () -> factors.confirm(member.accountId(), code).orElseThrow(WrongCode::new));
    return new SwitchedOn(codes);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void switchOff(Caller.Member member, Meter meter, @RequestBody Code body) {
    var code = code(body);
    attempts.signedIn(meter, member, () -> switchOff(member, code));
  }

  private boolean switchOff(Caller.Member member, Secret code) {
    if (!factors.switchOff(member.accountId(), code)) {
      throw new WrongCode();
    }
    return true;
  }

  private static Secret code(Code body) {
    var fields = new Fields();
    var code = fields.secret("code", body.code);
    fields.check();
    return code;
  }
}
