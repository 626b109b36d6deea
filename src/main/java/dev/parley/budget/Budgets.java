package dev.parley.budget;

import dev.parley.auth.Role;
import java.util.Map;

/// What everybody may use.
///
/// @param account each account, unless something goes before it
/// @param roles each account of a role; goes before `account`
/// @param guestSession each guest session
/// @param allGuests all guest sessions together
/// @param everybody everything that the server is asked, together
record Budgets(
    Allowance account,
    Map<Role, Allowance> roles,
    Allowance guestSession,
    Allowance allGuests,
    Allowance everybody) {

  /// What holds until an administrator says something else: more than a person uses, and less than
  /// a program that runs wild.
  static final Budgets STANDARD =
      new Budgets(
          new Allowance(
              new Amounts(50_000, 500_000_000, Allowance.UNLIMITED),
              new Amounts(500_000, 5_000_000_000L, Allowance.UNLIMITED)),
          Map.of(),
          new Allowance(
              new Amounts(1_000, 5_000_000, Allowance.UNLIMITED),
              new Amounts(5_000, 25_000_000, Allowance.UNLIMITED)),
          Allowance.NO_LIMIT,
          Allowance.NO_LIMIT);

  /// What an account of a role may use that has no budget of its own.
  Allowance of(Role role) {
    return roles.getOrDefault(role, Allowance.NOTHING_SAID).over(account);
  }

  Allowance of(Pool pool) {
    return switch (pool) {
      case GUESTS -> allGuests;
      case EVERYBODY -> everybody;
    };
  }
}
