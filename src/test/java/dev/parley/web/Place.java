package dev.parley.web;

import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place in the document of the interface. Whoever goes down from it follows references.
record Place(JsonPointer pointer) {

  static final JsonNode DOCUMENT = JsonMapper.shared().readTree(OpenApi.json());

  static Place of(String pointer) {
    return new Place(JsonPointer.compile(pointer));
  }

  /// Where a reference leads.
  static Place referred(JsonNode reference) {
    return of(reference.stringValue().substring("#".length()));
  }

  static Stream<Place> operations() {
    return of("/paths")
        .below()
        .flatMap(Place::below)
        .filter(place -> place.node().has("operationId"));
  }

  static Stream<Place> responses() {
    return operations().flatMap(operation -> operation.down("responses").below());
  }

  /// The bodies of all requests and responses, by their media types.
  static Stream<Place> bodies() {
    return Stream.concat(operations().map(operation -> operation.down("requestBody")), responses())
        .flatMap(place -> place.down("content").below())
        .distinct();
  }

  JsonNode node() {
    return DOCUMENT.at(pointer);
  }

  String name() {
    return pointer.last().getMatchingProperty();
  }

  Place down(String name) {
    var place = new Place(pointer.appendProperty(name));
    var reference = place.node().path("$ref");
    return reference.isString() && place.node().size() == 1 ? referred(reference) : place;
  }

  Stream<Place> below() {
    return node().propertyNames().stream().map(this::down);
  }

  /// The examples of a body: the values themselves.
  Stream<Place> examples() {
    return node().has("example")
        ? Stream.of(down("example"))
        : down("examples").below().map(example -> example.down("value"));
  }

  @Override
  public String toString() {
    return pointer.toString();
  }
}
