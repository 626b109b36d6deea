/// Looking after a server: whether all that it needs is well, and copies of its data.
@NullMarked
package dev.parley.upkeep;

import org.jspecify.annotations.NullMarked;
