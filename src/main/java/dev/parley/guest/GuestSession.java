package dev.parley.guest;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// A session as its guest sees it. Its times are in UTC and written without an offset.
///
/// @param sessionId the secret that the guest shows
/// @param isActive 1 or 0
record GuestSession(
    String sessionId,
    @JsonFormat(pattern = PATTERN) LocalDateTime createdAt,
    @JsonFormat(pattern = PATTERN) LocalDateTime lastActive,
    int isActive) {

  private static final String PATTERN = "yyyy-MM-dd'T'HH:mm:ss";

  static GuestSession begun(String sessionId, Instant now) {
    var time = LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    return new GuestSession(sessionId, time, time, 1);
  }
}
