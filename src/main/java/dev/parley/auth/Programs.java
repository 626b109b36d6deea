package dev.parley.auth;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Programs that act for an account, known by the personal access token that they show.
@Component
final class Programs {

  /// @param tokenId the token that it showed
  record Program(String accountId, String tokenId, List<Scope> scopes) {}

  private final Mint mint;
  private final KnownTokens known;
  private final Revocations revocations;
  private final TokenUses uses;
  private final Clock clock;

  Programs(Mint mint, KnownTokens known, Revocations revocations, TokenUses uses, Clock clock) {
    this.mint = mint;
    this.known = known;
    this.revocations = revocations;
    this.uses = uses;
    this.clock = clock;
  }

  /// Whom a token stands for; nobody, if anything about it is wrong.
  Optional<Program> read(String text) {
    return mint.read(text).flatMap(this::program);
  }

  private Optional<Program> program(PersonalToken token) {
    var now = clock.millis();
    if (revocations.concern(token.id())) {
      return Optional.empty();
    }
    var found =
        known
            .find(token.id())
            .filter(row -> row.holds(token, now) && !revocations.concern(row.accountId()));
    found.ifPresent(row -> uses.note(token.id(), row, now));
    return found.map(row -> new Program(row.accountId(), token.id(), row.scopes()));
  }
}
