package dev.parley.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What may come in.
///
/// @param maxBody the largest document
/// @param longestAnswer characters of an answer
@ConfigurationProperties("parley.import")
record ImportSettings(
    @DefaultValue("1GB") DataSize maxBody, @DefaultValue("1048576") int longestAnswer) {}
