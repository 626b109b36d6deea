package dev.parley.answer;

/// Whose answer it is, and where it belongs.
///
/// @param ownerId the account whose devices hear of it
/// @param conversationId deleting this takes the answer with it
public record Topic(String ownerId, String conversationId) {}
