/// This server as one of several on one database: its lease, the others, the Redis that they share,
/// and what only one of them does.
@NullMarked
package dev.parley.node;

import org.jspecify.annotations.NullMarked;
