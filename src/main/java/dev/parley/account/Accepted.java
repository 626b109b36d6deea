package dev.parley.account;

/// What is answered where the rest is said by mail, the same to everybody.
record Accepted(String detail) {

  static final Accepted REGISTRATION = new Accepted("A mail to this address says how to go on.");
  static final Accepted REQUEST =
      new Accepted("If there is something to do for this address, a mail to it says what.");
}
