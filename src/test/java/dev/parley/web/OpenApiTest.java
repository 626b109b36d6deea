package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The document of the interface is whole.
class OpenApiTest {

  @Test
  void isOpenApi31() {
    assertThat(Place.DOCUMENT.path("openapi").asString()).startsWith("3.1.");
    assertThat(Place.DOCUMENT.at("/servers/0/url").asString()).isEqualTo("/");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(references())
        .isNotEmpty()
        .allSatisfy(
            reference -> assertThat(Place.referred(reference).node().isMissingNode()).isFalse());
  }

  @Test
  void everyComponentIsReferredTo() {
    var referred = references().map(JsonNode::stringValue).collect(Collectors.toSet());
    assertThat(Place.of("/components").below())
        .filteredOn(kind -> !kind.name().equals("securitySchemes"))
        .flatMap(kind -> kind.below().toList())
        .allSatisfy(component -> assertThat(referred).contains("#" + component));
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    assertThat(Place.operations().map(operation -> operation.node().path("operationId").asString()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dev.parley.web.Place#operations")
  void anOperationSaysWhatItDoesAndAnswers(Place operation) {
    assertThat(operation.node().path("summary").asString()).isNotBlank();
    assertThat(operation.node().path("tags").size()).isOne();
    assertThat(operation.down("responses").node().propertyNames())
        .anyMatch(status -> status.startsWith("2"))
        .contains("default");
  }

  @ParameterizedTest
  @MethodSource("dev.parley.web.Place#operations")
  void anOperationTakesTheVariablesOfItsPath(Place operation) {
    var path = operation.pointer().head();
    var parameters =
        Stream.of(operation.node(), Place.DOCUMENT.at(path))
            .flatMap(node -> node.path("parameters").valueStream())
            .map(node -> node.has("$ref") ? Place.referred(node.path("$ref")).node() : node)
            .toList();
    assertThat(parameters)
        .allSatisfy(parameter -> assertThat(parameter.path("description").asString()).isNotBlank());
    assertThat(parameters)
        .filteredOn(parameter -> parameter.path("in").asString().equals("path"))
        .extracting(parameter -> "{" + parameter.path("name").asString() + "}")
        .hasSize(path.last().getMatchingProperty().split("[{]", -1).length - 1)
        .allSatisfy(variable -> assertThat(path.last().getMatchingProperty()).contains(variable));
  }

  @Test
  void everyResponseSaysWhatItIsAndCarriesTheRequestsId() {
    assertThat(Place.responses())
        .allSatisfy(
            response -> {
              assertThat(response.node().path("description").asString()).isNotBlank();
              assertThat(response.down("headers").node().propertyNames()).contains("X-Request-Id");
            });
  }

  @Test
  void everyFieldIsDescribed() {
    assertThat(Place.of("/components/schemas").below())
        .flatMap(schema -> schema.down("properties").below().toList())
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.node().path("description").asString()).isNotBlank());
  }

  private static Stream<JsonNode> references() {
    return Place.DOCUMENT.findValues("$ref").stream();
  }
}
