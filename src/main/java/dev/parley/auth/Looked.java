package dev.parley.auth;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;

/// An administrator has looked at what is others'. Published before they are shown it.
///
/// @param actor the administrator
/// @param kind such as `accounts_listed`
/// @param subject the account or conversation; none where it was all of them
public record Looked(String actor, String kind, @Nullable String subject) implements Happening {

  /// A look at a list of all.
  public Looked(Caller.Admin admin, String kind) {
    this(admin.accountId(), kind, null);
  }
}
