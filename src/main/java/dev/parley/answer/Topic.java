package dev.parley.answer;

/// Whose answer it is, and where it belongs.
///
/// @param ownerId the account whose devices hear of it
/// @param conversationId deleting this takes the answer with it
/// @param isQuestion whether it answers one of the account's running thread of questions
public record Topic(String ownerId, String conversationId, boolean isQuestion) {}
