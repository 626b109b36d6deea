package dev.parley.conversation;

import dev.parley.answer.LiveAnswer;

/// A question that is stored, and its answer, which is being written or was before.
///
/// @param message the answer as it was when it was found
/// @param context what was sent to the model
public record Posed(LiveAnswer answer, Message question, Message message, Object context) {}
