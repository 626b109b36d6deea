package dev.parley.openai;

import dev.parley.answer.Opening;
import dev.parley.model.ModelCall;

/// A question that is passed on and not stored.
record Relayed(ModelCall call) implements Opening {}
