/// The backend that any chat application can stand on.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
