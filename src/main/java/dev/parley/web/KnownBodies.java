package dev.parley.web;

import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Prepares the reading of all bodies before the first request. What reads a type is made under a
/// lock, for which event loops would wait where the first few of a kind come at once.
@Component
@ConditionalOnWebApplication
final class KnownBodies implements SmartInitializingSingleton {

  private final RequestMappingHandlerMapping calls;
  private final JsonMapper mapper;

  KnownBodies(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping calls,
      JsonMapper mapper) {
    this.calls = calls;
    this.mapper = mapper;
  }

  @Override
  public void afterSingletonsInstantiated() {
    calls.getHandlerMethods().values().stream()
        .flatMap(call -> Arrays.stream(call.getMethodParameters()))
        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
        .map(parameter -> mapper.constructType(parameter.getGenericParameterType()))
        .distinct()
        .forEach(mapper::readerFor);
  }
}
