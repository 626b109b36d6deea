package dev.parley.budget;

import java.time.LocalDate;
import java.util.Locale;

/// For how long a budget is: from midnight to midnight, and from the first of a month to the next,
/// in UTC.
enum Period {
  DAY,
  MONTH;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The first day of the period that a day is in.
  LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /// The first day after it.
  LocalDate next(LocalDate day) {
    return switch (this) {
      case DAY -> day.plusDays(1);
      case MONTH -> first(day).plusMonths(1);
    };
  }
}
