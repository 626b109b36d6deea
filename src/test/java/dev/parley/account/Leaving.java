package dev.parley.account;

import dev.parley.testing.TestServer;

/// The deletion of accounts, looked at from outside of its room.
public final class Leaving {

  private Leaving() {}

  /// Does what the job does for accounts whose deletion was broken off.
  public static void finish(TestServer server) {
    server.bean(Closing.class).finishWhatWasBrokenOff();
  }
}
