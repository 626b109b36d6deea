/// Sessions without an account.
@NullMarked
package dev.parley.guest;

import org.jspecify.annotations.NullMarked;
