package dev.parley.budget;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;

/// An administrator has changed what may be used.
///
/// @param actor the administrator's account
/// @param subject whose budget; none: everybody's
public record BudgetsChanged(String actor, @Nullable String subject) implements Happening {

  @Override
  public String kind() {
    return "budgets_changed";
  }
}
