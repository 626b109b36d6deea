/// The outside world for tests: a model service that misbehaves to order, and a strict reader of
// event streams.
@org.jspecify.annotations.NullMarked
package dev.parley.testing;
