package dev.parley.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large a question with an own key may be.
///
/// @param longestText characters of each text
/// @param longestHistory earlier messages
@ConfigurationProperties("parley.relay")
record RelaySettings(
    @DefaultValue("10000") int longestText, @DefaultValue("50") int longestHistory) {}
