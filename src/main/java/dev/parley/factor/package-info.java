/// The second factor of an account, besides its password: codes of an authenticator app, and
/// recovery codes for when there is no app. Keys are sealed, recovery codes hashed, and no code is
/// taken twice.
@NullMarked
package dev.parley.factor;

import org.jspecify.annotations.NullMarked;
