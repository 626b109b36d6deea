package dev.parley.auth;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.idempotency.Once;
import dev.parley.web.Fields;
import dev.parley.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The personal access tokens of an account. They are managed by people who are signed in alone, so
/// no token can make itself another.
@RestController
@RequestMapping("/account/tokens")
class TokenController {

  private static final int LONGEST_NAME = 100;

  record NewToken(
      @Nullable String name, @Nullable String expiresAt, @Nullable List<String> scopes) {}

  /// @param token shown this once
  record GivenOut(@JsonUnwrapped TokenRecord about, String token) {}

  private final PersonalTokens tokens;
  private final Mint mint;
  private final Clock clock;

  TokenController(PersonalTokens tokens, Mint mint, Clock clock) {
    this.tokens = tokens;
    this.mint = mint;
    this.clock = clock;
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  GivenOut create(Caller.Member member, Once once, @RequestBody NewToken body) {
    var fields = new Fields();
    var wanted =
        new PersonalTokens.Wanted(
            fields.text("name", body.name, LONGEST_NAME),
            scopes(fields, body.scopes),
            expiry(fields, body.expiresAt));
    fields.check();
    // What is kept for a second request is the seed, of which only this server can make the token.
    var issued =
        once.by(member.accountId(), body)
            .create(PersonalTokens.Issued.class, () -> tokens.create(member.accountId(), wanted));
    return new GivenOut(issued.token(), mint.make(issued.token().id(), issued.seed()).text());
  }

  @GetMapping
  Page<TokenRecord> list(
      Caller.Member member,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return tokens.list(member.accountId(), Page.limit(limit), cursor);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller.Member member, @PathVariable String id) {
    tokens.delete(member.accountId(), id);
  }

  private static List<Scope> scopes(Fields fields, @Nullable List<String> words) {
    if (words == null) {
      return List.of(Scope.values());
    }
    var scopes =
        Arrays.stream(Scope.values()).filter(scope -> words.contains(scope.word())).toList();
    var unknown = words.stream().anyMatch(word -> word == null || Scope.of(word).isEmpty());
    if (words.isEmpty() || unknown) {
      fields.reject("scopes", "must be chat, read, or both");
    }
    return scopes;
  }

  private @Nullable Instant expiry(Fields fields, @Nullable String text) {
    var expiry = fields.optionalTime("expires_at", text);
    if (expiry != null && !expiry.isAfter(clock.instant())) {
      fields.reject("expires_at", "must be in the time to come");
    }
    return expiry;
  }
}
