package dev.parley.command;

/// A command that a room contributes: a class with picocli's `@Command`, named in
/// `META-INF/spring.factories`. It is made before anything is read or opened; whatever it needs of
/// the program it takes from [Parts] when it is run. Its constructor may take a [Terminal].
public interface Subcommand {}
