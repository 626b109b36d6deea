package dev.parley.web;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Streams of somebody else's answers, taken up at any offset.
@Keeps("strangers.places")
class StrangersOffsetsHttpTest {

  static final Set<String> PLACES =
      Set.of(
          "GET /messages/{id}/stream query after",
          "GET /messages/{id}/stream header Last-Event-ID");

  private final Client stranger = Owned.SERVER.member();

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "9", "2147483647"})
  void areNotThereAtAnyOffset(String offset) {
    read(Owned.ANSWER, "?after=" + offset, Map.of()).expectProblem(404, "not_found");
    read(Owned.ANSWER, "", Map.of("Last-Event-ID", offset)).expectProblem(404, "not_found");
    read(Owned.QUESTION, "?after=" + offset, Map.of()).expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", ""})
  void areRefusedForAnOffsetLikeThoseThatAreNotThere(String offset) {
    var theirs = read(Owned.ANSWER, "?after=" + offset, Map.of());
    var unknown = read(Owned.unknown(Owned.ANSWER), "?after=" + offset, Map.of());

    Sameness.of(theirs, unknown);
  }

  private Response read(String message, String query, Map<String, String> fields) {
    return stranger.send("GET", "/messages/%s/stream%s".formatted(message, query), null, fields);
  }
}
