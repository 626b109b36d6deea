package dev.parley.web;

/// What is wrong with one field of a request.
///
/// @param field its name as the client wrote it, with dots and brackets for what stands inside
/// @param message what it should have been
public record FieldError(String field, String message) {}
