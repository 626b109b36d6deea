/** The messages of a conversation: each follows one, and several may follow the same. */
export class Tree {
  #messages = new Map();
  #children = new Map();

  get(id) {
    return this.#messages.get(id);
  }

  has(id) {
    return this.#messages.has(id);
  }

  /** In the order in which they were added. */
  all() {
    return this.#messages.values();
  }

  /** Adds a message, or changes one that is there. */
  put(message) {
    if (!this.has(message.id)) {
      const siblings = this.#children.get(message.parent_id) ?? [];
      this.#children.set(message.parent_id, [...siblings, message.id]);
    }
    this.#messages.set(message.id, { ...this.get(message.id), ...message });
  }

  /** The messages from the first one to this one. */
  path(id) {
    const path = [];
    for (let at = this.get(id); at; at = this.get(at.parent_id)) {
      path.push(at);
    }
    return path.reverse();
  }

  /** The ids of what follows the same message as this one, this one included, oldest first. */
  siblings(id) {
    return this.#children.get(this.get(id).parent_id) ?? [];
  }

  /** The newest end of what follows a message; of the whole tree for `null`. */
  newest(id) {
    let at = id;
    for (let next = this.#children.get(at); next; next = this.#children.get(at)) {
      at = next.at(-1);
    }
    return at;
  }
}
