package dev.parley.audit;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Writes the record down as JSON, a line for each event and for each segment behind its events; at
/// the end the events that no segment has yet.
@Component
class Export {

  private static final int FEW = 100;

  /// As the server writes it; commands have no mapper of its.
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  record EventLine(String type, Shown event, String code) {}

  record SegmentLine(String type, Segment segment, String seal) {}

  private final Segments segments;
  private final Entries entries;

  Export(Segments segments, Entries entries) {
    this.segments = segments;
    this.entries = entries;
  }

  void write(Consumer<String> lines) {
    var few = segments.after(0, FEW);
    while (!few.isEmpty()) {
      for (var sealed : few) {
        var segment = sealed.segment();
        entries
            .between(segment.writer(), segment.first(), segment.last())
            .forEach(row -> lines.accept(line(row)));
        lines.accept(JSON.writeValueAsString(new SegmentLine("segment", segment, sealed.seal())));
      }
      few = segments.after(few.getLast().segment().number(), FEW);
    }
    entries.writers(
        writer -> {
          var left = entries.after(writer, segments.sealedUpTo(writer), Keeper.MOST);
          while (!left.isEmpty()) {
            left.forEach(row -> lines.accept(line(row)));
            left = entries.after(writer, left.getLast().entry().number(), Keeper.MOST);
          }
        });
  }

  private String line(Recorded row) {
    return JSON.writeValueAsString(new EventLine("event", Shown.of(row.entry()), row.code()));
  }
}
