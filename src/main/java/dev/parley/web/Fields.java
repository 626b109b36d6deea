package dev.parley.web;

import dev.parley.platform.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one request and remembers all that is wrong with them, so that a client
/// hears everything at once. What is read holds only if [#check()] passes.
public final class Fields {

  private final List<FieldError> errors = new ArrayList<>();

  /// A text that must be there: sanitised, not blank, at most `limit` characters.
  public String text(String field, @Nullable String value, int limit) {
    var text = optionalText(field, value, limit);
    if (text == null || text.isBlank()) {
      reject(field, "must have 1 to %d characters".formatted(limit));
      return "";
    }
    return text;
  }

  /// A text that may be missing: sanitised, at most `limit` characters.
  public @Nullable String optionalText(String field, @Nullable String value, int limit) {
    if (value == null) {
      return null;
    }
    var text = Text.sanitise(value);
    if (Text.length(text) > limit) {
      reject(field, "must have at most %d characters".formatted(limit));
    }
    return text;
  }

  /// A value that must be there, as it is.
  public String given(String field, @Nullable String value) {
    if (value == null) {
      reject(field, "is missing");
      return "";
    }
    return value;
  }

  /// A secret that must be there.
  public Secret secret(String field, @Nullable Secret value) {
    if (value == null) {
      reject(field, "is missing");
      return new Secret("");
    }
    return value;
  }

  /// A time that may be missing (RFC 3339), to the millisecond.
  public @Nullable Instant optionalTime(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return Instant.ofEpochMilli(OffsetDateTime.parse(value).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException _) {
      reject(field, "must be a time such as 2030-01-31T12:00:00Z");
      return null;
    }
  }

  public void reject(String field, String message) {
    if (errors.stream().noneMatch(error -> error.field().equals(field))) {
      errors.add(new FieldError(field, message));
    }
  }

  /// Ends the reading.
  ///
  /// @throws Invalid where anything was wrong
  public void check() {
    if (!errors.isEmpty()) {
      throw new Invalid(List.copyOf(errors));
    }
  }
}
