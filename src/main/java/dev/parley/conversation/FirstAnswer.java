package dev.parley.conversation;

/// What is kept of the first answer to a question that may be asked again: nothing of its text,
/// which is in the conversation for as long as that is there.
record FirstAnswer(String messageId, Context.Report context) {}
