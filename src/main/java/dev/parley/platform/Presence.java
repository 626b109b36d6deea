package dev.parley.platform;

/// How a process is there: as the server, or beside it.
public final class Presence {

  /// The profile of a process that works beside a server, or without one, on the same database.
  public static final String BESIDE = "beside";

  private Presence() {}
}
