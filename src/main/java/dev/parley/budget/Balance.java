package dev.parley.budget;

import java.time.LocalDate;

/// How much a subject has used and holds, in the day and the month that it was last touched in.
record Balance(long day, Amounts inDay, long month, Amounts inMonth) {

  private static final int MONTHS = 12;

  static final Balance NONE = new Balance(0, Amounts.ZERO, 0, Amounts.ZERO);

  /// The number of a day's month, since January of year 0.
  static long month(long day) {
    var date = LocalDate.ofEpochDay(day);
    return (long) MONTHS * date.getYear() + date.getMonthValue() - 1;
  }

  Amounts of(Period period) {
    return switch (period) {
      case DAY -> inDay;
      case MONTH -> inMonth;
    };
  }

  /// How much it is in the periods that a day is in.
  Balance on(long today) {
    return new Balance(
        today,
        day == today ? inDay : Amounts.ZERO,
        month(today),
        month == month(today) ? inMonth : Amounts.ZERO);
  }
}
