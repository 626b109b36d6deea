package dev.parley.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the server meets the web.
///
/// @param corsAllowedOrigins `CORS_ALLOWED_ORIGINS`: which pages may call, comma-separated, `*` for
/// any
/// @param trustedProxies `PARLEY_TRUSTED_PROXIES`: whose word on the client's address is taken
/// @param maxBody the largest body of a request
/// @param headTime how long the head of a request may take, from its first byte to its last
@ConfigurationProperties("parley.web")
record WebSettings(
    @DefaultValue("*") List<String> corsAllowedOrigins,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("8MB") DataSize maxBody,
    @DefaultValue("10s") Duration headTime) {}
