package dev.parley.guest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a session without an account lasts.
///
/// @param idle how long nothing may happen in it
@ConfigurationProperties("parley.guest")
record GuestSettings(@DefaultValue("30m") Duration idle) {}
