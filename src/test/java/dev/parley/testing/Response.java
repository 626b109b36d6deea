package dev.parley.testing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the server answered.
public record Response(int status, HttpHeaders headers, String raw) {

  private static final JsonMapper JSON = new JsonMapper();

  Response(HttpResponse<String> response) {
    this(response.statusCode(), response.headers(), response.body());
  }

  public JsonNode body() {
    return JSON.readTree(raw);
  }

  /// The body without some of its fields, such as those that are never the same twice.
  public JsonNode bodyWithout(String... fields) {
    return ((ObjectNode) body()).without(List.of(fields));
  }

  /// What the messages of a page say.
  public List<String> contents() {
    return body()
        .get("data")
        .valueStream()
        .map(message -> message.get("content").stringValue())
        .toList();
  }

  /// A field of the body, which is a string there.
  public String text(String field) {
    return body().get(field).stringValue();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// Fails with all that the server said where the status is another.
  public Response expect(int expected) {
    if (status != expected) {
      throw new AssertionError("expected %d, got %d: %s".formatted(expected, status, raw));
    }
    return this;
  }

  /// Fails where it is not a problem of this status and code.
  public Response expectProblem(int expected, String code) {
    return expect(expected).expectCode("/code", code);
  }

  /// Fails where it is not an error of OpenAI's form, of this status and code.
  public Response expectError(int expected, String code) {
    return expect(expected).expectCode("/error/code", code);
  }

  private Response expectCode(String place, String code) {
    if (!code.equals(body().at(place).asString(""))) {
      throw new AssertionError("expected %s, got %s".formatted(code, raw));
    }
    return this;
  }

  /// Fails where it is not the refusal of exactly these fields, in whatever order.
  public Response expectInvalid(String... fields) {
    expectProblem(422, "invalid_request");
    var refused = body().get("errors").valueStream().map(e -> e.get("field").stringValue());
    if (!refused.sorted().toList().equals(Stream.of(fields).sorted().toList())) {
      throw new AssertionError("expected %s, got %s".formatted(List.of(fields), raw));
    }
    return this;
  }
}
