/// The command line: serving, and what is done beside a server or without one. Rooms contribute
/// their commands; each is a [Subcommand].
@NullMarked
package dev.parley.command;

import org.jspecify.annotations.NullMarked;
