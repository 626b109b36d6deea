package dev.parley.platform;

import org.springframework.dao.DataAccessException;

/// Something was looked for under a text that the database cannot hold, so it is not there.
public final class NowhereStored extends DataAccessException {

  private static final long serialVersionUID = 1;

  NowhereStored(Throwable cause) {
    super("no text of the database can be this", cause);
  }
}
