package dev.parley.platform;

import org.springframework.dao.TransientDataAccessResourceException;

/// Another process, or too much work before this, kept the database from being written for 5
/// seconds.
public final class StorageBusy extends TransientDataAccessResourceException {

  private static final long serialVersionUID = 1;

  public StorageBusy(String reason) {
    super(reason);
  }

  StorageBusy(Throwable cause) {
    super("the database is locked", cause);
  }
}
