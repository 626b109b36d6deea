/// Conversations and the messages in them, which form a tree: their rules and their SQL.
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
