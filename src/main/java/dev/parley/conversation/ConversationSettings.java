package dev.parley.conversation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large conversations may be.
///
/// @param longestMessage characters of a question or a developer message
/// @param longestTitle characters of a title
/// @param earlierMessages the most that go to the model as context
/// @param answerReserve tokens of the model's window that are kept free for its answer, at most a
/// quarter of it
@ConfigurationProperties("parley.conversation")
public record ConversationSettings(
    @DefaultValue("10000") int longestMessage,
    @DefaultValue("200") int longestTitle,
    @DefaultValue("50") int earlierMessages,
    @DefaultValue("4096") int answerReserve) {}
