package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;

/// The record of a server, looked at from outside of its room.
public final class Chain {

  private Chain() {}

  /// Fails where anything of it was changed, removed or added.
  public static void check(TestServer server) {
    server.bean(Keeper.class).sealAll();
    assertThat(server.bean(Verification.class).verify(null, _ -> {}).findings())
        .as("findings in the record")
        .isEmpty();
  }
}
