package dev.parley.account;

import dev.parley.auth.Caller;
import dev.parley.auth.PasswordCheck;
import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Closing one's account.
@RestController
class ClosingController {

  record Confirmation(@Nullable Secret password) {}

  private final PasswordCheck check;
  private final Closing closing;

  ClosingController(PasswordCheck check, Closing closing) {
    this.check = check;
    this.closing = closing;
  }

  @DeleteMapping(path = "/account", produces = MediaType.APPLICATION_JSON_VALUE)
  Receipt close(Caller.Member member, Meter meter, @RequestBody Confirmation body) {
    var fields = new Fields();
    var password = fields.secret("password", body.password);
    fields.check();
    check.require(meter, member, password);
    return closing.close(member.accountId());
  }
}
