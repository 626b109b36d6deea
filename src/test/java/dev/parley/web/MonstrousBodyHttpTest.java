package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies that are made to be hard to read.
@Keeps("body.monstrous")
class MonstrousBodyHttpTest {

  private static final Client MEMBER = TestServer.shared().member();
  private static final Client NOBODY = TestServer.shared().client();
  private static final int MANY = 100_000;

  static Stream<Arguments> monsters() {
    var keys =
        IntStream.range(0, MANY).mapToObj("\"k%d\":0"::formatted).collect(Collectors.joining(","));
    return Stream.of(
        argumentSet("brackets", "[".repeat(MANY)),
        argumentSet("brackets, closed", "[".repeat(MANY) + "]".repeat(MANY)),
        argumentSet("braces", "{\"title\":".repeat(MANY)),
        argumentSet("brackets in a field", "{\"title\":" + "[".repeat(MANY)),
        argumentSet("digits", "{\"title\":" + "9".repeat(MANY) + "}"),
        argumentSet("digits and a point", "{\"title\":0." + "9".repeat(MANY) + "}"),
        argumentSet("a long key", "{\"" + "k".repeat(MANY) + "\":0}"),
        argumentSet("keys without an end", "{" + keys));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void refusesMonsters(String body) {
    var sent = System.nanoTime();
    create(body).expectProblem(400, "malformed_request");
    Figures.atMost("body.monstrous", Figures.millisSince(sent), "refused within %.0f ms");
    NOBODY.send("POST", "/auth/login", body, Map.of()).expectProblem(400, "malformed_request");
    MEMBER.get("/conversations").expect(200);
  }

  @Test
  void refusesAMillionKeys() {
    var keys =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":0")
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(create(keys).status()).isIn(400, 413);
    MEMBER.get("/conversations").expect(200);
  }

  private static Response create(String body) {
    return MEMBER.send("POST", "/conversations", body, Map.of());
  }
}
