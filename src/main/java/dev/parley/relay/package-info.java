/// Questions with an own key, of which nothing is stored.
@NullMarked
package dev.parley.relay;

import org.jspecify.annotations.NullMarked;
