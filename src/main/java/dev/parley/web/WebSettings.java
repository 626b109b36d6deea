package dev.parley.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the server meets the web.
///
/// @param corsAllowedOrigins `CORS_ALLOWED_ORIGINS`: which pages may call, comma-separated, `*` for
/// any
/// @param trustedProxies `PARLEY_TRUSTED_PROXIES`: whose word on the client's address is taken
/// @param maxBody the largest body of a request
/// @param bodySpace how much bodies may hold at one time that have not come to their ends, besides
/// those of up to 64 KB; none: a quarter of the heap
/// @param headTime how long the head of a request may take, from its first byte to its last
/// @param bodyRate how much of a body has to come in a second, looked at once in `head-time`
@ConfigurationProperties("parley.web")
record WebSettings(
    @DefaultValue("*") List<String> corsAllowedOrigins,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("8MB") DataSize maxBody,
    @Nullable DataSize bodySpace,
    @DefaultValue("10s") Duration headTime,
    @DefaultValue("4KB") DataSize bodyRate) {}
