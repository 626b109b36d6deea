package dev.parley.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Finds events, the newest first. What is asked for by its actor is found by an index; for the
/// rest the newest are gone through, so many at a time.
@Component
class EventSearch {

  private static final int FEW = 200;

  /// How many events are looked at for one page.
  private static final int MOST_SEEN = 20_000;

  /// @param next where to go on; none where there is nothing more
  record Found(List<Entry> entries, @Nullable Place next) {}

  private final JdbcTemplate jdbc;

  EventSearch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Some of those before a place. They may be fewer than asked for, also where there are more: one
  /// page does not go through all there is.
  Found before(Place start, Filter filter, int limit) {
    var found = new ArrayList<Entry>();
    var place = start;
    for (var seen = 0; seen < MOST_SEEN; ) {
      var few = new Where().before(place).by(filter).run(FEW);
      for (var entry : few) {
        seen++;
        place = Place.of(entry);
        if (matches(entry, filter)) {
          found.add(entry);
        }
        if (found.size() > limit) {
          return new Found(List.copyOf(found.subList(0, limit)), Place.of(found.get(limit - 1)));
        }
      }
      if (few.size() < FEW) {
        return new Found(found, null);
      }
    }
    return new Found(found, place);
  }

  private static boolean matches(Entry entry, Filter filter) {
    return is(filter.kind(), entry.kind())
        && is(filter.subject(), entry.subject())
        && is(filter.requestId(), entry.requestId());
  }

  private static boolean is(@Nullable String wanted, @Nullable String value) {
    return wanted == null || wanted.equals(value);
  }

  private final class Where {

    private final StringJoiner conditions = new StringJoiner(" AND ");
    private final List<Object> values = new ArrayList<>();

    Where before(Place place) {
      and("at <= ?", place.at());
      and("(at < ? OR writer <= ?)", place.at(), place.writer());
      return and(
          "(at < ? OR writer < ? OR number < ?)", place.at(), place.writer(), place.number());
    }

    Where by(Filter filter) {
      if (filter.actor() != null) {
        and("actor = ?", filter.actor());
      }
      if (filter.since() != null) {
        and("at >= ?", filter.since().toEpochMilli());
      }
      return filter.until() == null ? this : and("at < ?", filter.until().toEpochMilli());
    }

    private Where and(String condition, Object... given) {
      conditions.add(condition);
      values.addAll(List.of(given));
      return this;
    }

    List<Entry> run(int most) {
      values.add(most);
      return jdbc.query(
          """
          SELECT %s FROM audit_events
          WHERE %s
          ORDER BY at DESC, writer DESC, number DESC
          LIMIT ?
          """
              .formatted(Entries.COLUMNS, conditions),
          (row, _) -> Entries.recorded(row).entry(),
          values.toArray());
    }
  }
}
