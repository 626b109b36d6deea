package dev.parley.limit;

/// Every limit on how much there may be at one time. Each can be set as `PARLEY_LIMIT_` and its
/// name.
public enum Ceiling {
  /// Answers being written for one account, guest session or address.
  ACCOUNT_ANSWERS(10),
  /// Answers being written by the server.
  SERVER_ANSWERS(20_000);

  private final int standard;

  Ceiling(int standard) {
    this.standard = standard;
  }

  /// What holds unless the settings say otherwise.
  public int standard() {
    return standard;
  }

  String setting() {
    return "PARLEY_LIMIT_" + name();
  }
}
