package dev.parley.responses;

import dev.parley.conversation.Message;
import dev.parley.web.Invalid;
import dev.parley.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a client wants to have items listed.
///
/// @param newestFirst which is how it is unless it says otherwise
/// @param after the item before the first of the page
record Listing(boolean newestFirst, int limit, @Nullable String after) {

  /// @throws Invalid where one is not acceptable
  static Listing of(@Nullable String order, @Nullable Integer limit, @Nullable String after) {
    if (order != null && !"asc".equals(order) && !"desc".equals(order)) {
      throw new Invalid("order", "must be asc or desc");
    }
    return new Listing(!"asc".equals(order), Page.limit(limit), after);
  }

  /// The message of the item before the first of the page.
  @Nullable String message() {
    return after == null ? null : ItemId.read(after).messageId();
  }

  /// How many messages are enough for the page, that one included.
  int most() {
    return limit + 1;
  }

  /// The items of messages, in the order of the list; those up to the one that it begins after are
  /// left out.
  ///
  /// @param messages in that order
  List<Item> items(List<Message> messages) {
    var items = messages.stream().flatMap(message -> inOrder(Item.of(message)).stream()).toList();
    return items.stream().anyMatch(this::isAfter)
        ? items.stream().dropWhile(item -> !isAfter(item)).skip(1).toList()
        : items;
  }

  private boolean isAfter(Item item) {
    return item.id().equals(after);
  }

  private List<Item> inOrder(List<Item> items) {
    return newestFirst ? items.reversed() : items;
  }

  /// The page of a list that is known whole.
  ///
  /// @param all newest first
  /// @throws Invalid where it is to begin after something that is not in the list
  ItemList page(List<Message> all) {
    var messages = newestFirst ? all : all.reversed();
    var items = messages.stream().flatMap(message -> inOrder(Item.of(message)).stream()).toList();
    var from = after == null ? 0 : 1 + place(items, after);
    var to = Math.min(items.size(), from + limit);
    return ItemList.of(items.subList(from, to), to < items.size());
  }

  /// The page of a list of which no more is known than stands on it, and whether there is one more.
  ItemList cut(List<Item> items, boolean hasMore) {
    var some = items.subList(0, Math.min(items.size(), limit));
    return ItemList.of(some, hasMore || items.size() > limit);
  }

  private static int place(List<Item> items, String id) {
    for (var place = 0; place < items.size(); place++) {
      if (items.get(place).id().equals(id)) {
        return place;
      }
    }
    throw new Invalid("after", "must name an item of this list");
  }
}
