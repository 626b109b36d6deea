package dev.parley.platform;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How strict the start is.
///
/// @param allowUnsafe `PARLEY_ALLOW_UNSAFE`: the names of checks whose findings do not refuse it
@ConfigurationProperties("parley.start")
record StartSettings(@DefaultValue List<String> allowUnsafe) {}
