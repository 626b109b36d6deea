package dev.parley.factor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Second factors.
///
/// @param issuer what authenticator apps call the service
@ConfigurationProperties("parley.second-factor")
record FactorSettings(@DefaultValue("Parley") String issuer) {}
