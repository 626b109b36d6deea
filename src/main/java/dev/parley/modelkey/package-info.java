/// Accounts' own keys of the model service: each account may have one, and is asked for with it.
@NullMarked
package dev.parley.modelkey;

import org.jspecify.annotations.NullMarked;
