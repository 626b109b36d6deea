package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The account has as many personal access tokens as it may.
final class TooManyTokens extends Refusal {

  private static final long serialVersionUID = 1;

  TooManyTokens() {
    super(
        HttpStatus.CONFLICT,
        "too_many_tokens",
        "An account has at most %d access tokens. Delete one that is not used any more."
            .formatted(PersonalTokens.MOST));
  }
}
