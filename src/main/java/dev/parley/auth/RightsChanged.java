package dev.parley.auth;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;

/// An account may do more or less than before. Published in the transaction that changes it.
///
/// @param actor the administrator; none where it was done at the console
/// @param subject the account
/// @param outcome its role, and whether it may be used, from now on
public record RightsChanged(@Nullable String actor, String subject, String outcome)
    implements Happening {

  @Override
  public String kind() {
    return "rights_changed";
  }
}
