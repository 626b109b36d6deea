/// One answer from first to last: the live text, its readers, stopping, resuming and saving. Lives
/// on the event loop.
@NullMarked
package dev.parley.answer;

import org.jspecify.annotations.NullMarked;
