package dev.parley.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the record is kept.
///
/// @param sealEvery how long an event may be on record before it is sealed
@ConfigurationProperties("parley.audit")
record AuditSettings(@DefaultValue("5s") Duration sealEvery) {}
