package dev.parley.platform;

import org.springframework.dao.DataAccessResourceFailureException;

/// The disk has no room for what was to be written; nothing of it was.
public final class StorageFull extends DataAccessResourceFailureException {

  private static final long serialVersionUID = 1;

  public StorageFull(Throwable cause) {
    super("the disk is full", cause);
  }
}
