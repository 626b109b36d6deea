/// OpenAI's newer interface: responses and conversations, which are the same answers and
/// conversations as everywhere.
@NullMarked
package dev.parley.responses;

import org.jspecify.annotations.NullMarked;
