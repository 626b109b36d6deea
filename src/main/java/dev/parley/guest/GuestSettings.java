package dev.parley.guest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a session without an account lasts.
///
/// @param idle how long nothing may happen in it
/// @param longestMessage characters of a message
@ConfigurationProperties("parley.guest")
record GuestSettings(
    @DefaultValue("30m") Duration idle, @DefaultValue("10000") int longestMessage) {}
