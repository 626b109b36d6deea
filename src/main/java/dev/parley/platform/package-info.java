/// What every room stands on and that knows none of them: secrets, ids, clock, data folder,
/// database, log.
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
