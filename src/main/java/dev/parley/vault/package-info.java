/// What is stored so that nobody reads it who has the database alone: sealed with a master key, for
/// one purpose and one owner. Other rooms seal and open here, and name the columns they keep it in.
@NullMarked
package dev.parley.vault;

import org.jspecify.annotations.NullMarked;
