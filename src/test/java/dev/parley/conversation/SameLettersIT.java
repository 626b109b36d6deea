package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.MariaServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a database takes for the same letter, small or capital, has the same bits in the index:
/// else the index would hide it.
class SameLettersIT {

  private static final int AT_ONCE = 1_000;
  private static final int LAST = 0x1FFFF;

  private record Place(String address, String lower) {}

  static List<Place> places() {
    return List.of(
        new Place(PostgresServer.shared().create(), "SELECT folded(:text)"),
        new Place(MariaServer.shared().create(), "SELECT LOWER(:text)"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void haveTheSameBits(Place place) {
    try (var server = TestServer.start("--parley.database.url=" + place.address())) {
      var jdbc = server.bean(JdbcClient.class);
      for (var first = 1; first < LAST; first += AT_ONCE) {
        var text = text(first);
        var lower = jdbc.sql(place.lower()).param("text", text).query(String.class).single();
        assertThat(lower.codePoints().map(TextBits::folded).toArray())
            .as("from %x", first)
            .isEqualTo(text.codePoints().map(TextBits::folded).toArray());
      }
    }
  }

  private static String text(int first) {
    var text = new StringBuilder();
    for (var character = first; character < first + AT_ONCE; character++) {
      if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
        text.appendCodePoint(character);
      }
    }
    return text.toString();
  }
}
