package dev.parley.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nextCursor asks for the page after this one; none on the last
public record Page<T>(List<T> data, boolean hasMore, @Nullable String nextCursor) {

  public static final int DEFAULT_LIMIT = 20;
  public static final int LIMIT = 100;

  /// The only page of a list that has nothing in it.
  public static <T> Page<T> empty() {
    return new Page<>(List.of(), false, null);
  }

  /// A page of at most `limit` rows, out of rows that were asked for with one more than that.
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, false, null);
    }
    var data = List.copyOf(rows.subList(0, limit));
    return new Page<>(data, true, cursor.apply(data.getLast()));
  }

  /// The same page of other things.
  public <R> Page<R> map(Function<T, R> of) {
    return new Page<>(data.stream().map(of).toList(), hasMore, nextCursor);
  }

  /// How many rows were asked for.
  ///
  /// @throws Invalid outside of 1 to 100
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > LIMIT) {
      throw new Invalid("limit", "must be 1 to " + LIMIT);
    }
    return asked;
  }
}
