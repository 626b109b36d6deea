package dev.parley.answer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How answers are kept and ended.
///
/// @param saveEvery how often text is saved while it is being written
/// @param commentEvery how long a reader may hear nothing before a comment line tells it that the
/// connection stands
/// @param storePatience how long to go on trying to store the end of an answer
/// @param shutdownPatience how long answers may go on when the server is being stopped
/// @param behind how long questions may wait for those before them; where they wait longer, the
/// next are refused
@ConfigurationProperties("parley.answer")
record AnswerSettings(
    @DefaultValue("900ms") Duration saveEvery,
    @DefaultValue("15s") Duration commentEvery,
    @DefaultValue("30s") Duration storePatience,
    @DefaultValue("30s") Duration shutdownPatience,
    @DefaultValue("5s") Duration behind) {}
