/// Measures Parley from outside, beside nginx: a model service, a load of thousands of streams and
/// of short calls, and a report of both.
package dev.parley.bench;
