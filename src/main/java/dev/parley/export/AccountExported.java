package dev.parley.export;

import dev.parley.platform.Happening;

/// An account is given all that it holds. It is on record before the first of it goes out.
record AccountExported(String actor) implements Happening {

  @Override
  public String kind() {
    return "account_exported";
  }

  @Override
  public String subject() {
    return actor;
  }
}
