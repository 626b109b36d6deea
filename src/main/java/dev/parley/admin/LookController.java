package dev.parley.admin;

import dev.parley.auth.Caller;
import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells people when an administrator has read what they said here.
@RestController
class LookController {

  private final Looks looks;

  LookController(Looks looks) {
    this.looks = looks;
  }

  @GetMapping("/account/looks")
  Page<Look> list(
      Caller.Reader reader,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return looks.list(reader.accountId(), Page.limit(limit), cursor);
  }
}
