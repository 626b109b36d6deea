package dev.parley.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an account may do beyond its own things.
public enum Role {
  USER,
  ADMIN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
