package dev.parley.openai;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What OpenAI says of its interface (`src/test/resources/openai`).
final class OpenAiSchemas {

  /// The schemas of a call: of its request, of its answer, and of an event of its stream.
  private record Call(
      Pattern call, @Nullable String request, @Nullable String answer, @Nullable String event) {

    private static Call of(
        String call, @Nullable String request, @Nullable String answer, @Nullable String event) {
      return new Call(Pattern.compile(call.replace("{id}", "[^/]+")), request, answer, event);
    }
  }

  private static final List<Call> CALLS =
      List.of(
          Call.of("GET /v1/models", null, "Models", null),
          Call.of("GET /v1/models/.+", null, "OneModel/properties/value", null),
          call("POST /v1/chat/completions", "CreateCompletion", "Completion", "Chunk"),
          call("POST /v1/responses", "CreateResponse", "OneResponse", "Event"),
          call("GET /v1/responses/{id}", null, "OneResponse", "Event"),
          call("POST /v1/responses/{id}/cancel", null, "OneResponse", null),
          call("GET /v1/responses/{id}/input_items", null, "InputItems", null),
          call("POST /v1/conversations", "CreateConversation", "OneConversation", null),
          call("GET /v1/conversations/{id}", null, "OneConversation", null),
          call("POST /v1/conversations/{id}", "ChangeConversation", "OneConversation", null),
          call("DELETE /v1/conversations/{id}", null, "DeletedConversation", null),
          call("GET /v1/conversations/{id}/items", null, "Items", null),
          call("POST /v1/conversations/{id}/items", "CreateItems", "Items", null),
          call("GET /v1/conversations/{id}/items/{id}", null, "OneItem", null),
          call("DELETE /v1/conversations/{id}/items/{id}", null, "OneConversation", null));

  private static final String ADDRESS = "urn:openai";
  private static final String FAILURE = "Failure";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialects.getDraft7(), registry -> registry.schemas(Map.of(ADDRESS, document())));
  private static final JsonMapper JSON = new JsonMapper();

  private final AtomicInteger checked = new AtomicInteger();

  private static Call call(
      String call, @Nullable String request, @Nullable String answer, @Nullable String event) {
    return Call.of(call, value(request), value(answer), value(event));
  }

  private static @Nullable String value(@Nullable String name) {
    return name == null ? null : name + "/properties/value";
  }

  private static String document() {
    try (var packed = OpenAiSchemas.class.getResourceAsStream("/openai/schemas.json.gz");
        var text = new GZIPInputStream(Objects.requireNonNull(packed))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many bodies and events were looked at.
  int checked() {
    return checked.get();
  }

  /// What is wrong with the body of a request.
  List<String> request(String call, String body) {
    return body.isEmpty() ? List.of() : check(call, found(call).request, JSON.readTree(body));
  }

  /// What is wrong with an answer.
  List<String> answer(String call, int status, String body) {
    return check(call, status < 300 ? found(call).answer : FAILURE, JSON.readTree(body));
  }

  /// What is wrong with the events of a stream; one with an error may be its last.
  List<String> events(String call, String stream) {
    return stream
        .lines()
        .filter(line -> line.startsWith("data: ") && !line.equals("data: [DONE]"))
        .map(line -> JSON.readTree(line.substring("data: ".length())))
        .flatMap(
            event -> check(call, event.has("error") ? FAILURE : found(call).event, event).stream())
        .toList();
  }

  private static Call found(String call) {
    return CALLS.stream()
        .filter(one -> one.call.matcher(call).matches())
        .findFirst()
        .orElseGet(() -> Call.of(call, null, null, null));
  }

  private List<String> check(String call, @Nullable String schema, JsonNode node) {
    if (schema == null) {
      return List.of();
    }
    checked.incrementAndGet();
    var location = SchemaLocation.of(ADDRESS + "#/definitions/" + schema);
    var wrong = SCHEMAS.getSchema(location).validate(node);
    return wrong.isEmpty()
        ? List.of()
        : List.of("%s as %s: %s in %s".formatted(call, schema, wrong, node));
  }
}
