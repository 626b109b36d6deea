/// Requests that are sent twice and meant once: the first answer is kept, and given again.
@NullMarked
package dev.parley.idempotency;

import org.jspecify.annotations.NullMarked;
