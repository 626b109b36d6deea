package dev.parley.admin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What administrators may do.
///
/// @param readsConversations `PARLEY_ADMIN_READS_CONVERSATIONS`: whether they may read what
/// accounts have said and were answered, each look on record and told to the owner
@ConfigurationProperties("parley.admin")
record AdminSettings(@DefaultValue("false") boolean readsConversations) {}
