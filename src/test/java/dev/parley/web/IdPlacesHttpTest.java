package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Caller;
import dev.parley.idempotency.Once;
import dev.parley.testing.Keeps;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Every place of a request, other than its path, in which something of somebody's can be named, as
/// the controllers have them. A new one fails here until a test tries it with a stranger.
@Keeps("strangers.places")
class IdPlacesHttpTest {

  /// What names nothing that could be somebody's.
  private static final Set<String> NO_IDS =
      Set.of(
          "archived",
          "branch",
          "limit",
          "order",
          "q",
          "starting_after",
          "stream",
          "Accept-Encoding",
          "User-Agent");

  @Test
  void areAllTriedByStrangers() {
    var tried = new TreeSet<String>();
    tried.addAll(StrangersListsHttpTest.PLACES);
    tried.addAll(StrangersOffsetsHttpTest.PLACES);
    tried.addAll(StrangersBodiesHttpTest.PLACES);
    tried.addAll(StrangersResponsesHttpTest.PLACES);
    tried.addAll(StrangersKeysHttpTest.places());
    tried.addAll(StrangersPagesHttpTest.PLACES);

    assertThat(places()).isEqualTo(tried);
  }

  private static Set<String> places() {
    var places = new TreeSet<String>();
    Owned.SERVER
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              for (var path : route.getPatternsCondition().getPatterns()) {
                for (var method : route.getMethodsCondition().getMethods()) {
                  find(handler, place -> places.add("%s %s %s".formatted(method, path, place)));
                }
              }
            });
    return places;
  }

  /// Administrators see of everybody what their calls show.
  private static void find(HandlerMethod handler, Consumer<String> found) {
    if (handler.getMethod().getParameterCount() > 0
        && handler.getMethod().getParameterTypes()[0] == Caller.Admin.class) {
      return;
    }
    for (var parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      find(parameter, found);
    }
  }

  private static void find(MethodParameter parameter, Consumer<String> found) {
    var query = parameter.getParameterAnnotation(RequestParam.class);
    var field = parameter.getParameterAnnotation(RequestHeader.class);
    var fields = parameter.getParameterType().getRecordComponents();
    if (query != null && !NO_IDS.contains(named(query.name(), parameter))) {
      found.accept("query " + named(query.name(), parameter));
    }
    if (field != null && !NO_IDS.contains(named(field.name(), parameter))) {
      found.accept("header " + named(field.name(), parameter));
    }
    if (parameter.getParameterType() == Once.class) {
      found.accept("header Idempotency-Key");
    }
    if (parameter.hasParameterAnnotation(RequestBody.class) && fields != null) {
      Stream.of(fields)
          .map(RecordComponent::getName)
          .filter(name -> name.endsWith("Id"))
          .forEach(name -> found.accept("body " + name));
    }
  }

  private static String named(String name, MethodParameter parameter) {
    return StringUtils.hasLength(name) ? name : String.valueOf(parameter.getParameterName());
  }
}
