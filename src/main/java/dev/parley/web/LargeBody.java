package dev.parley.web;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;

/// A call whose body may be larger than others, as a bean of the room that has the call. It takes
/// an [IncomingBody], which is not held in memory.
public record LargeBody(HttpMethod method, String path, DataSize limit) {

  boolean isOf(ServerHttpRequest request) {
    return method.equals(request.getMethod()) && path.equals(request.getPath().value());
  }
}
