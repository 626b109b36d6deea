/// Who people are: registering, and what an account is.
@NullMarked
package dev.parley.account;

import org.jspecify.annotations.NullMarked;
