package dev.parley.responses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of items, as OpenAI's lists are.
record ItemList(
    String object,
    List<Item> data,
    @Nullable String firstId,
    @Nullable String lastId,
    boolean hasMore) {

  static ItemList of(List<Item> data, boolean hasMore) {
    return data.isEmpty()
        ? new ItemList("list", data, null, null, hasMore)
        : new ItemList("list", data, data.getFirst().id(), data.getLast().id(), hasMore);
  }
}
