package dev.parley.auth;

import dev.parley.platform.Happening;

/// An account has a new password. Published in the transaction that stores it.
public record PasswordChanged(String accountId) implements Happening {

  @Override
  public String kind() {
    return "password_changed";
  }

  @Override
  public String actor() {
    return accountId;
  }

  @Override
  public String subject() {
    return accountId;
  }
}
