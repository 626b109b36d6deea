/// The server among parts that fail: a model service that does all that one can do wrong, behind
/// every door, and a database whose n-th statement fails.
@NullMarked
package dev.parley.fault;

import org.jspecify.annotations.NullMarked;
