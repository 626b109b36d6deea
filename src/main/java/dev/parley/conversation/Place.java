package dev.parley.conversation;

/// Where a message stands in the tree of its conversation.
///
/// @param depth how many messages stand between it and the beginning; -1 is before the first
record Place(int branch, int depth) {

  static final Place START = new Place(0, -1);

  /// Whatever stands last in a branch.
  static Place endOf(int branch) {
    return new Place(branch, Integer.MAX_VALUE);
  }

  Place next() {
    return new Place(branch, depth + 1);
  }
}
