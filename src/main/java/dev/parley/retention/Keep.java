package dev.parley.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long what is kept; zero for ever.
///
/// @param guestSessions `PARLEY_KEEP_GUEST_SESSIONS`: since something happened in them
/// @param conversations `PARLEY_KEEP_CONVERSATIONS`: accounts' conversations, likewise; an account
/// may say less for its own
/// @param feedback `PARLEY_KEEP_FEEDBACK`: on messages that are still there, and on sessions
/// @param ledger `PARLEY_KEEP_LEDGER`: what single answers did cost
/// @param outbox `PARLEY_KEEP_OUTBOX`: mail that could not be sent
/// @param idempotencyKeys `PARLEY_KEEP_IDEMPOTENCY_KEYS`: what a request that is sent twice is
/// answered with
/// @param audit `PARLEY_KEEP_AUDIT`: the record of what happened, by segments
@ConfigurationProperties("parley.keep")
record Keep(
    @DefaultValue("183d") Duration guestSessions,
    @DefaultValue("0d") Duration conversations,
    @DefaultValue("0d") Duration feedback,
    @DefaultValue("400d") Duration ledger,
    @DefaultValue("30d") Duration outbox,
    @DefaultValue("24h") Duration idempotencyKeys,
    @DefaultValue("0d") Duration audit) {}
