package dev.parley.responses;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large may be what is said to the newer interface of OpenAI, beyond the limits that messages
/// have.
///
/// @param longestOutput characters of what a function gave
@ConfigurationProperties("parley.responses")
record ResponseSettings(@DefaultValue("100000") int longestOutput) {}
