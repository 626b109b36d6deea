/// OpenAI's interface: what any client of it asks here, with a token in the place of a key.
@NullMarked
package dev.parley.openai;

import org.jspecify.annotations.NullMarked;
