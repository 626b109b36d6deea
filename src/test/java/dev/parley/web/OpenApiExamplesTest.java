package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples in the document of the interface are what its schemas say.
class OpenApiExamplesTest {

  private static final String ADDRESS = "urn:parley:openapi";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          // What is no keyword of JSON Schema is OpenAPI's.
          Dialect.builder(Dialects.getDraft202012())
              .unknownKeywordFactory((keyword, _) -> new AnnotationKeyword(keyword))
              .build(),
          registry ->
              registry.schemas(
                  Map.of(ADDRESS, new String(OpenApi.json(), StandardCharsets.UTF_8))));

  private static final Pattern EVENT =
      Pattern.compile("(?:id: (?<id>\\d+)\n)?(?:event: (?<name>\\S+)\n)?data: (?<data>.+)\n\n");
  private static final String COMMENT = ":\n\n";

  /// The last event of OpenAI's streams.
  private static final String DONE = "data: [DONE]\n\n";

  @ParameterizedTest
  @MethodSource("dev.parley.web.Place#bodies")
  void aBodyHasExamplesThatFitItsSchema(Place body) {
    assertThat(body.examples())
        .isNotEmpty()
        .allSatisfy(example -> assertFits(example.node(), body.down("schema")));
  }

  @ParameterizedTest
  @MethodSource("dev.parley.web.Place#operations")
  void aProblemStandsUnderItsStatusAndInTheListOfCodes(Place operation) {
    var codes = Place.DOCUMENT.at("/info/description").asString();
    operation
        .down("responses")
        .node()
        .propertyNames()
        .forEach(
            status ->
                assertThat(problems(operation.down("responses").down(status)))
                    .allSatisfy(
                        problem -> {
                          var code = problem.path("code").asString();
                          assertThat(problem.path("type").asString())
                              .isEqualTo("urn:parley:problem:" + code);
                          assertThat(status).isIn(problem.path("status").asString(), "default");
                          assertThat(problem.path("title").asString())
                              .isEqualTo(reason(problem.path("status").asInt()));
                          assertThat(codes)
                              .contains("| %s | `%s` |".formatted(problem.path("status"), code));
                        }));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void anEventInAStreamFitsItsSchema(Place body) {
    var schemas = body.down("schema").down("x-event-data");
    assertThat(body.examples())
        .isNotEmpty()
        .allSatisfy(
            stream ->
                assertThat(events(stream))
                    .allSatisfy(event -> assertFits(data(event), schemas.down(name(event)))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anEventsIdIsTheLengthOfTheTextSoFar(Place stream) {
    var events = events(stream);
    var last = data(events.getLast()).path("message").path("content").asString();
    var rest = new StringBuilder();
    for (var event : events) {
      rest.append(data(event).path("text").asString(""));
    }
    assertThat(last).endsWith(rest.toString());
    var offset = last.length() - rest.length();
    for (var event : events) {
      offset += data(event).path("text").asString("").length();
      assertThat(event.group("id")).isEqualTo(String.valueOf(offset));
    }
  }

  static Stream<Place> streams() {
    return Place.bodies().filter(body -> body.name().equals("text/event-stream"));
  }

  static Stream<Place> answers() {
    return streams()
        .filter(body -> body.down("schema").name().equals("AnswerStream"))
        .flatMap(Place::examples);
  }

  private static Stream<JsonNode> problems(Place response) {
    return response.down("content").down("application/problem+json").examples().map(Place::node);
  }

  private static String reason(int status) {
    return HttpStatus.valueOf(status).getReasonPhrase();
  }

  private static List<MatchResult> events(Place stream) {
    var text = stream.node().asString().replace(COMMENT, "").replace(DONE, "");
    assertThat(EVENT.matcher(text).replaceAll("")).isEmpty();
    return EVENT.matcher(text).results().toList();
  }

  /// As the standard has it for an event without one.
  private static String name(MatchResult event) {
    return event.group("name") == null ? "message" : event.group("name");
  }

  private static JsonNode data(MatchResult event) {
    return JsonMapper.shared().readTree(event.group("data"));
  }

  private static void assertFits(JsonNode example, Place schema) {
    var errors =
        SCHEMAS
            .getSchema(SchemaLocation.of(ADDRESS + "#" + schema))
            .validate(
                example,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    assertThat(errors).as("%s as %s", example, schema).isEmpty();
  }
}
