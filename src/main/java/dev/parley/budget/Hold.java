package dev.parley.budget;

import java.util.Set;

/// What is held for an answer until it is known what it did cost.
///
/// @param day of the question, since 1970-01-01
/// @param ownKey whether the asker pays the model service
/// @param inputTokens of all that is sent, estimated
/// @param most what the answer may cost in all; nothing where no budget limits it
/// @param pools what others share and is held from, too
public record Hold(
    Payer payer,
    String answerId,
    long day,
    String model,
    boolean ownKey,
    int inputTokens,
    Amounts most,
    Set<Pool> pools) {}
