package dev.parley.budget;

/// How much may be used in a day and in a month: of each thing some, any amount ([#UNLIMITED]), or
/// as much as a wider allowance says ([#INHERITED]).
record Allowance(Amounts day, Amounts month) {

  static final long UNLIMITED = Long.MAX_VALUE;
  static final long INHERITED = -1;

  private static final Amounts ALL = new Amounts(UNLIMITED, UNLIMITED, UNLIMITED);
  private static final Amounts WIDER = new Amounts(INHERITED, INHERITED, INHERITED);

  static final Allowance NO_LIMIT = new Allowance(ALL, ALL);
  static final Allowance NOTHING_SAID = new Allowance(WIDER, WIDER);

  /// What holds where this one goes before another.
  Allowance over(Allowance wider) {
    return new Allowance(over(day, wider.day), over(month, wider.month));
  }

  boolean isUnlimited() {
    return equals(NO_LIMIT);
  }

  Amounts of(Period period) {
    return switch (period) {
      case DAY -> day;
      case MONTH -> month;
    };
  }

  private static Amounts over(Amounts narrow, Amounts wide) {
    return new Amounts(
        narrow.questions() == INHERITED ? wide.questions() : narrow.questions(),
        narrow.tokens() == INHERITED ? wide.tokens() : narrow.tokens(),
        narrow.cost() == INHERITED ? wide.cost() : narrow.cost());
  }
}
