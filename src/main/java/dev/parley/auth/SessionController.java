package dev.parley.auth;

import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where an account is signed in, for its owner to see and to end.
@RestController
@RequestMapping("/account/sessions")
class SessionController {

  private final SignIns signIns;
  private final Sessions sessions;

  SessionController(SignIns signIns, Sessions sessions) {
    this.signIns = signIns;
    this.sessions = sessions;
  }

  @GetMapping
  Page<SignIn> list(
      Caller.Member member,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return signIns.list(member, Page.limit(limit), cursor);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Caller.Member member, @PathVariable String id) {
    sessions.end(member.accountId(), id);
  }
}
