/// Programs, and no tests: they fill a database and measure what its calls cost then. How to run
/// them stands in `docs/databases.md`.
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
