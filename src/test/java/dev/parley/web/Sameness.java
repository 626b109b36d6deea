package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// That nobody can tell two refusals apart, but by what they have sent themselves and what is never
/// the same twice.
final class Sameness {

  private static final Set<String> NEVER_THE_SAME =
      Set.of(
          "x-request-id",
          "date",
          "ratelimit",
          "x-ratelimit-remaining-requests",
          "x-ratelimit-reset-requests");

  private Sameness() {}

  static void of(Response one, Response other) {
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.bodyWithout("request_id", "instance"))
        .isEqualTo(other.bodyWithout("request_id", "instance"));
    assertThat(fields(one)).isEqualTo(fields(other));
  }

  private static Map<String, List<String>> fields(Response response) {
    var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(response.headers().map());
    fields.keySet().removeIf(NEVER_THE_SAME::contains);
    // It counts the digits of an id that was sent.
    fields.remove("content-length");
    return fields;
  }
}
