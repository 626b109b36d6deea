package dev.parley.admin;

import dev.parley.auth.Caller;
import dev.parley.auth.Emails;
import dev.parley.auth.Looked;
import dev.parley.auth.Role;
import dev.parley.web.Fields;
import dev.parley.web.Page;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The accounts, for administrators.
@RestController
@RequestMapping("/admin/users")
class UserController {

  private static final Logger log = LoggerFactory.getLogger(UserController.class);

  record Change(@Nullable String status, @Nullable String role) {}

  private final Users users;
  private final ApplicationEventPublisher events;

  UserController(Users users, ApplicationEventPublisher events) {
    this.users = users;
    this.events = events;
  }

  @GetMapping
  Page<User> list(
      Caller.Admin admin,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    events.publishEvent(new Looked(admin, "accounts_listed"));
    return users.list(q == null ? "" : prefix(q), Page.limit(limit), cursor);
  }

  @PatchMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  User change(Caller.Admin admin, @PathVariable String id, @RequestBody Change body) {
    var fields = new Fields();
    var status = choice(fields, "status", body.status, Status.values(), Status::word);
    var role = choice(fields, "role", body.role, Role.values(), Role::word);
    fields.check();
    var user = users.change(admin.accountId(), id, status, role);
    log.info("{} made account {} {} and {}", admin.accountId(), id, user.status(), user.role());
    return user;
  }

  private static String prefix(String q) {
    var fields = new Fields();
    var text = fields.optionalText("q", q, Emails.LONGEST);
    fields.check();
    return Emails.normalise(text == null ? "" : text);
  }

  private static <T> @Nullable T choice(
      Fields fields, String field, @Nullable String word, T[] choices, Function<T, String> words) {
    if (word == null) {
      return null;
    }
    var chosen = Arrays.stream(choices).filter(one -> words.apply(one).equals(word)).findFirst();
    if (chosen.isEmpty()) {
      var known = Arrays.stream(choices).map(words).toList();
      fields.reject(field, "must be one of " + String.join(", ", known));
    }
    return chosen.orElse(null);
  }
}
