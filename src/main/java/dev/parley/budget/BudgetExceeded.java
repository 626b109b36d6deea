package dev.parley.budget;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;

/// Somebody asked for more than a budget has.
///
/// @param actor the account or guest session that asked; none for who has neither
/// @param subject the same, where it is their own budget; else `guests` or `everybody`
/// @param outcome what there was too little of, such as `day questions`
public record BudgetExceeded(@Nullable String actor, String subject, String outcome)
    implements Happening {

  static BudgetExceeded of(Shortage shortage) {
    var payer = shortage.payer();
    return new BudgetExceeded(
        payer.hasBalance() ? payer.subject() : null,
        shortage.budget(),
        shortage.period().word() + " " + shortage.measure().word());
  }

  @Override
  public String kind() {
    return "budget_exceeded";
  }
}
