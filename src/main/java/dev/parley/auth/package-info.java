/// Proving who asks: passwords, access tokens, families of refresh tokens, and the `Caller` they
/// lead to.
@NullMarked
package dev.parley.auth;

import org.jspecify.annotations.NullMarked;
