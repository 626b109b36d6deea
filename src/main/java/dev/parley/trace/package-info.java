/// Traces for OpenTelemetry, where a receiver is set: of each request, and of each question to the
/// model service by the conventions for generative AI. Without one nothing of this is made.
///
/// Source of the names: <https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/>
@NullMarked
package dev.parley.trace;

import org.jspecify.annotations.NullMarked;
