package dev.parley.audit;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;

/// An administrator has looked at the record.
record Looked(String actor) implements Happening {

  @Override
  public String kind() {
    return "record_read";
  }

  @Override
  public @Nullable String subject() {
    return null;
  }
}
