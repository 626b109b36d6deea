package dev.parley.retention;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;

/// The receipt of what was deleted because its time was over.
///
/// @param subject the rule, such as `guest_sessions`
/// @param count how many it were, with all that hung on them
record Deleted(String subject, int count) implements Happening {

  @Override
  public String kind() {
    return "retention_deleted";
  }

  @Override
  public @Nullable String actor() {
    return null;
  }

  @Override
  public String outcome() {
    return String.valueOf(count);
  }
}
