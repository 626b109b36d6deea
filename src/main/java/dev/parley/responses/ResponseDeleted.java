package dev.parley.responses;

import dev.parley.platform.Happening;

/// A response is gone; what was said in it may be part of a conversation that stays.
///
/// @param actor the account
/// @param subject the answer
record ResponseDeleted(String actor, String subject) implements Happening {

  @Override
  public String kind() {
    return "response_deleted";
  }
}
