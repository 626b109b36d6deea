package dev.parley.admin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether an account may be used.
enum Status {
  ACTIVE,
  SUSPENDED;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
