package dev.parley.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/// Lets pages of other origins call, without cookies: whoever calls shows a token. The server's own
/// pages are no others, also where a proxy before it keeps from it by which address they came.
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

  @Bean
  @Order(FilterOrder.CORS)
  CorsWebFilter cors(WebSettings settings) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(settings.corsAllowedOrigins());
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(List.of("*"));
    rules.setExposedHeaders(
        List.of(
            RequestId.HEADER,
            "Idempotency-Replayed",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "x-ratelimit-limit-requests",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-reset-requests",
            "x-ratelimit-limit-tokens",
            "x-ratelimit-remaining-tokens",
            "x-ratelimit-reset-tokens",
            "x-should-retry"));
    rules.setMaxAge(Duration.ofHours(1));
    var everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", rules);
    return new CorsWebFilter(
        exchange -> isOwnPage(exchange) ? null : everywhere.getCorsConfiguration(exchange));
  }

  /// Browsers say so, and no page can make them (W3C Fetch Metadata).
  private static boolean isOwnPage(ServerWebExchange exchange) {
    return "same-origin".equals(exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site"));
  }
}
