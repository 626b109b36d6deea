package dev.parley.auth;

import dev.parley.platform.Happening;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes on record of signing in, and of what opens an account.
sealed interface AuthHappening extends Happening {

  /// Somebody proved who they are.
  ///
  /// @param subject the session
  record SignedIn(String actor, String subject) implements AuthHappening {

    @Override
    public String kind() {
      return "signed_in";
    }
  }

  /// Somebody did not.
  ///
  /// @param email what was tried, of which a keyed hash is recorded
  /// @param outcome the code of the refusal
  record SignInFailed(String email, String outcome) implements AuthHappening {

    @Override
    public String kind() {
      return "sign_in_failed";
    }

    @Override
    public @Nullable String actor() {
      return null;
    }

    @Override
    public @Nullable String subject() {
      return null;
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("email", email);
    }
  }

  /// A session was ended by its owner.
  ///
  /// @param actor whose session it was
  /// @param subject the session
  record SignedOut(String actor, String subject) implements AuthHappening {

    @Override
    public String kind() {
      return "signed_out";
    }
  }

  /// One of two who held a refresh token was a thief.
  ///
  /// @param subject the session, which is ended
  record RefreshTokenReused(String actor, String subject) implements AuthHappening {

    @Override
    public String kind() {
      return "refresh_token_reused";
    }
  }

  /// There is another personal access token.
  ///
  /// @param subject the token
  /// @param outcome its scopes
  record TokenCreated(String actor, String subject, String outcome) implements AuthHappening {

    @Override
    public String kind() {
      return "token_created";
    }
  }

  /// A personal access token holds no more.
  ///
  /// @param subject the token
  record TokenRevoked(String actor, String subject) implements AuthHappening {

    @Override
    public String kind() {
      return "token_revoked";
    }
  }
}
