/// What people say of answers and sessions.
@NullMarked
package dev.parley.feedback;

import org.jspecify.annotations.NullMarked;
