package dev.parley.auth;

import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changing one's password.
@RestController
class PasswordController {

  record Change(@Nullable Secret currentPassword, @Nullable Secret newPassword) {}

  private final PasswordCheck check;
  private final PasswordRule rule;
  private final Passwords passwords;
  private final Credentials credentials;

  PasswordController(
      PasswordCheck check, PasswordRule rule, Passwords passwords, Credentials credentials) {
    this.check = check;
    this.rule = rule;
    this.passwords = passwords;
    this.credentials = credentials;
  }

  /// Whoever else is signed in is so no longer: a password is often changed because somebody has it
  /// who should not.
  @PostMapping("/account/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(Caller.Member member, Meter meter, @RequestBody Change body) {
    var fields = new Fields();
    var current = fields.secret("current_password", body.currentPassword);
    var next =
        rule.read(fields, "new_password", body.newPassword, credentials.email(member.accountId()));
    fields.check();
    check.require(meter, member, current);
    credentials.change(member, passwords.hash(next));
  }
}
