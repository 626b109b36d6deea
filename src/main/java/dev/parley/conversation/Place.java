package dev.parley.conversation;

/// Where a message stands in the tree of its conversation.
///
/// @param depth how many messages stand between it and the beginning; -1 is before the first
record Place(int branch, int depth) {

  Place next() {
    return new Place(branch, depth + 1);
  }
}
