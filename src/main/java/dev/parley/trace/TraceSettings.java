package dev.parley.trace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where traces go.
///
/// @param endpoint `OTEL_EXPORTER_OTLP_ENDPOINT`: the receiver's address, such as
/// `http://localhost:4318`; none: there are no traces
@ConfigurationProperties("parley.trace")
record TraceSettings(@DefaultValue("") String endpoint) {

  /// The address of traces (OTLP over HTTP).
  String traces() {
    return endpoint.replaceAll("/+$", "") + "/v1/traces";
  }
}
