package dev.parley.auth;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import java.util.Map;

/// A program that acts for a member.
///
/// @param id the token's
record Program(String id, Client client) {

  static Program of(Client member) {
    return of(member.post("/account/tokens", Map.of("name", "A program")), member);
  }

  static Program of(Client member, String... scopes) {
    return of(
        member.post("/account/tokens", Map.of("name", "A program", "scopes", scopes)), member);
  }

  private static Program of(Response made, Client member) {
    made.expect(201);
    return new Program(made.text("id"), member.withToken(made.text("token")));
  }
}
