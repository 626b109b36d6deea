package dev.parley.platform;

import org.springframework.dao.DataIntegrityViolationException;

/// What a row was to belong to has been deleted meanwhile.
public final class OwnerGone extends DataIntegrityViolationException {

  private static final long serialVersionUID = 1;

  OwnerGone(Throwable cause) {
    super("what this belongs to is gone", cause);
  }
}
