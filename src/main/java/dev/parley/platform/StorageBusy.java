package dev.parley.platform;

import org.springframework.dao.TransientDataAccessResourceException;

/// Another process, or too much work before this, kept the database from being written for 5
/// seconds.
public sealed class StorageBusy extends TransientDataAccessResourceException permits Deadlock {

  private static final long serialVersionUID = 1;

  StorageBusy(Throwable cause) {
    super("the database is locked", cause);
  }
}
