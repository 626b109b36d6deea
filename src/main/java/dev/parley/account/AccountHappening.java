package dev.parley.account;

import dev.parley.platform.Happening;

/// What goes on record of accounts.
sealed interface AccountHappening extends Happening {

  @Override
  default String subject() {
    return actor();
  }

  @Override
  String actor();

  /// There is a new account.
  record Opened(String actor) implements AccountHappening {

    @Override
    public String kind() {
      return "account_opened";
    }
  }

  /// Who reads the mail of the account's address has chosen a password.
  record PasswordReset(String actor) implements AccountHappening {

    @Override
    public String kind() {
      return "password_reset";
    }
  }

  /// Nobody reaches the account any more.
  record Closed(String actor) implements AccountHappening {

    @Override
    public String kind() {
      return "account_closed";
    }
  }

  /// Nothing of the account is left.
  ///
  /// @param outcome how much it was, by kind
  record Deleted(String actor, String outcome) implements AccountHappening {

    @Override
    public String kind() {
      return "account_deleted";
    }
  }
}
