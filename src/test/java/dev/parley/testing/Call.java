package dev.parley.testing;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// One call that the [FakeModel] received, and what became of it.
public final class Call {
  private static final JsonMapper JSON = new JsonMapper();

  private final Request request;
  private final int ordinal;
  private final JsonNode body;
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param ordinal the how-manieth call of its model this is, from 1
  Call(Request request, int ordinal) {
    this.request = request;
    this.ordinal = ordinal;
    this.body = parse(request.body());
  }

  /// The name of the model that was asked for; empty when the body names none.
  public String model() {
    var name = body.path("model");
    return name.isString() ? name.stringValue() : "";
  }

  /// The body; a missing node when it was no JSON.
  public JsonNode body() {
    return body;
  }

  /// The body as it came.
  public String raw() {
    return request.body();
  }

  public HttpHeaders headers() {
    return request.headers();
  }

  /// The how-manieth call of its model since the start or the last reset, from 1.
  public int ordinal() {
    return ordinal;
  }

  /// The token of the `Authorization` field; empty when there is none.
  public String bearer() {
    return headers().firstValue("Authorization").orElse("").replaceFirst("(?i)^Bearer ", "");
  }

  /// The context that the model got: an array of `{role, content}`.
  public JsonNode messages() {
    return body.path("messages");
  }

  /// Whether the answer was written to its very end: its last byte went to the network.
  public boolean isAnswered() {
    return answered.getCount() == 0;
  }

  /// Waits for [#isAnswered()]: the client may have read the last byte a moment before.
  public boolean awaitAnswered(Duration atMost) throws InterruptedException {
    return answered.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Whether the connection that carried the call is closed.
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /// Waits until the client has closed the connection (or the fake has reset it).
  ///
  /// @return false when it is still open after that time
  public boolean awaitClosed(Duration atMost) throws InterruptedException {
    return closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean asksForStream() {
    return body.path("stream").asBoolean(false);
  }

  boolean asksForUsage() {
    return body.path("stream_options").path("include_usage").asBoolean(false);
  }

  Request request() {
    return request;
  }

  void markAnswered() {
    answered.countDown();
  }

  void markClosed() {
    closed.countDown();
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    return "call %d of %s%s%s"
        .formatted(
            ordinal, model(), isAnswered() ? ", answered" : "", isClosed() ? ", closed" : "");
  }
}
