package dev.parley.relay;

import dev.parley.answer.Opening;
import dev.parley.model.ModelCall;

/// A question that is asked and not stored.
record Relayed(ModelCall call) implements Opening {}
