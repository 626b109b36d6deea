/// How the server is doing, in numbers, for those who run it. Other rooms bring theirs as
/// [io.micrometer.core.instrument.binder.MeterBinder]. No label ever holds what a client sent.
@NullMarked
package dev.parley.metrics;

import org.jspecify.annotations.NullMarked;
