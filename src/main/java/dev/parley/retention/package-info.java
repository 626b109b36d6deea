/// What is deleted when, and the job that does it.
@NullMarked
package dev.parley.retention;

import org.jspecify.annotations.NullMarked;
