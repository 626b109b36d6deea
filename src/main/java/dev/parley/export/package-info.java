/// Everything that an account holds, as one document that leaves the server or comes back to it.
@NullMarked
package dev.parley.export;

import org.jspecify.annotations.NullMarked;
