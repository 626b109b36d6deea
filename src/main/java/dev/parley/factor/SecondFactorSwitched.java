package dev.parley.factor;

import dev.parley.platform.Happening;

/// An account has a second factor from now on, or has none any more.
///
/// @param outcome `on` or `off`
record SecondFactorSwitched(String actor, String outcome) implements Happening {

  @Override
  public String kind() {
    return "second_factor_switched";
  }

  @Override
  public String subject() {
    return actor;
  }
}
