package dev.parley.auth;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives a controller the [Device] that a request came from.
@Component
final class DeviceArgument implements SyncHandlerMethodArgumentResolver {

  private final DeviceCookies cookies;

  DeviceArgument(DeviceCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Device.class;
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return new Device(
        cookies, exchange.getRequest().getCookies(), exchange.getResponse().getHeaders());
  }
}
