package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// What the server answers stands in the document of the interface, and the other way round.
class RoutesHttpTest {

  /// What people look at, and the document itself.
  private static final Set<String> PAGES =
      Set.of(
          "GET /",
          "GET /admin",
          "GET /assets/{version}/{*name}",
          "GET /docs",
          "GET /openapi.json",
          "GET /redoc",
          "GET /reset",
          "GET /start",
          "GET /verify");

  @Test
  void everyRouteStandsInTheDocumentAndNothingElse() {
    var documented = new TreeSet<>(PAGES);
    Place.operations().forEach(operation -> documented.add(route(operation)));

    assertThat(routes()).isEqualTo(documented);
  }

  private static String route(Place operation) {
    var path = operation.pointer().head().last().getMatchingProperty();
    return operation.name().toUpperCase(Locale.ROOT) + " " + path;
  }

  private static Set<String> routes() {
    var routes = new TreeSet<String>();
    var mapping = TestServer.shared().bean(RequestMappingHandlerMapping.class);
    for (var route : mapping.getHandlerMethods().keySet()) {
      assertThat(route.getMethodsCondition().getMethods())
          .as("the methods of %s", route)
          .isNotEmpty();
      for (var path : route.getPatternsCondition().getPatterns()) {
        for (var method : route.getMethodsCondition().getMethods()) {
          routes.add(method + " " + path.getPatternString().replace("{*id}", "{id}"));
        }
      }
    }
    return routes;
  }
}
