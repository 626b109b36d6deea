/// The services that write answers: any that speaks OpenAI's protocol, and the demo model. Lives on
/// the event loop.
@NullMarked
package dev.parley.model;

import org.jspecify.annotations.NullMarked;
