package dev.parley.node;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How nodes notice one another. All nodes have to have the same.
///
/// @param beatEvery how often a node shows that it lives
/// @param deadAfter how long it may show nothing before the others take it for dead
/// @param farewell how long a node that is being stopped goes on at least after it has said that it
/// is unready, so that whoever shares out requests has seen that
@ConfigurationProperties("parley.node")
record NodeSettings(
    @DefaultValue("2s") Duration beatEvery,
    @DefaultValue("15s") Duration deadAfter,
    @DefaultValue("5s") Duration farewell) {}
