package dev.parley.web;

/// Somebody who runs the server, or a program of theirs: may see how it is doing. A call that takes
/// one is closed to all others; one that takes it as `@Nullable` tells the others less.
public record Insider() {}
