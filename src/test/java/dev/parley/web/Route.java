package dev.parley.web;

import dev.parley.testing.TestServer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// A call of the server, of those that there are.
///
/// @param path its pattern, such as `/conversations/{id}`
record Route(String method, String path) {

  /// All that name a method, by path.
  static List<Route> all(TestServer server) {
    return server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
        .flatMap(
            mapping ->
                mapping.getPatternsCondition().getPatterns().stream()
                    .flatMap(
                        pattern ->
                            mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern.toString()))))
        .sorted(Comparator.comparing(Route::toString))
        .toList();
  }

  static Stream<Route> withBody(TestServer server) {
    return all(server).stream().filter(route -> !route.method.equals("GET"));
  }

  /// Its path with this in the place of every id.
  String with(String id) {
    return path.replaceAll("\\{[^}]+}", id);
  }

  @Override
  public String toString() {
    return path + " " + method;
  }
}
