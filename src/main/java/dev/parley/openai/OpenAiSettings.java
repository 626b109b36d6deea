package dev.parley.openai;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large may be what is asked below `/v1`, beyond the limit that all bodies have.
///
/// @param mostMessages messages of one request
/// @param mostChoices answers to one request, written side by side
@ConfigurationProperties("parley.openai")
record OpenAiSettings(
    @DefaultValue("2000") int mostMessages, @DefaultValue("16") int mostChoices) {}
