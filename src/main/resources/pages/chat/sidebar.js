import { get } from '../net/api.js';
import { reason } from '../net/problem.js';
import { arrange, find, h, settled } from '../ui/dom.js';
import { toast } from '../ui/toast.js';
import { period, periodName } from '../ui/words.js';
import { ConversationRow } from './conversation-row.js';

const TYPING_MS = 200;

/** The conversations at the side: newest first, as many as were asked for. */
export class Sidebar extends EventTarget {
  #list = find('#conversations');
  #search = find('#search');
  #empty = find('#no-conversations');
  #more = h('li', { class: 'more-conversations' });
  #rows = new Map();
  #headings = [];
  #conversations = [];
  #cursor = null;
  #asked = 0;
  #current = null;
  #writing = new Set();
  archived = false;

  constructor() {
    super();
    this.#search.addEventListener(
      'input',
      settled(TYPING_MS, () => this.load()),
    );
    new IntersectionObserver(([entry]) => entry.isIntersecting && this.#next(), { rootMargin: '200px' }).observe(
      this.#more,
    );
  }

  /** Begins anew, with what is searched for. */
  async load() {
    this.#cursor = null;
    await this.#ask((page) => {
      this.#conversations = page.data;
      this.#list.scrollTop = 0;
    });
  }

  clear() {
    this.#asked++;
    this.#conversations = [];
    this.#cursor = null;
    this.#search.value = '';
    this.#draw();
  }

  #next() {
    if (this.#cursor) {
      this.#ask((page) => this.#conversations.push(...page.data));
    }
  }

  async #ask(take) {
    const asked = ++this.#asked;
    const query = new URLSearchParams({ limit: '30', archived: String(this.archived) });
    if (this.#search.value.trim()) {
      query.set('q', this.#search.value.trim());
    }
    if (this.#cursor) {
      query.set('cursor', this.#cursor);
    }
    try {
      const page = await get(`/conversations?${query}`);
      if (asked === this.#asked) {
        take(page);
        this.#cursor = page.has_more ? page.next_cursor : null;
        this.#draw();
      }
    } catch (error) {
      toast(reason(error));
    }
  }

  select(id) {
    this.#current = id;
    this.#draw();
  }

  /** What the server tells of a conversation, or of an answer in it. */
  heard(name, data) {
    if (name === 'conversation.deleted') {
      this.#drop(data.id);
    } else if (data.conversation) {
      this.put(data.conversation, name === 'conversation.created');
    }
    if (name === 'message.started') {
      this.#writing.add(data.conversation_id);
      this.#raise(data.conversation_id);
    } else if (data.message) {
      this.#writing.delete(data.message.conversation_id);
    }
    this.#draw();
  }

  put(conversation, isNew = false) {
    const at = this.#conversations.findIndex(({ id }) => id === conversation.id);
    if (conversation.archived !== this.archived) {
      this.#drop(conversation.id);
    } else if (at >= 0) {
      this.#conversations[at] = conversation;
    } else if (isNew && !this.#search.value) {
      this.#conversations.unshift(conversation);
    }
    this.#draw();
  }

  #raise(id) {
    const at = this.#conversations.findIndex((conversation) => conversation.id === id);
    if (at > 0 && !this.#search.value) {
      this.#conversations.unshift(...this.#conversations.splice(at, 1));
    }
  }

  #drop(id) {
    this.#conversations = this.#conversations.filter((conversation) => conversation.id !== id);
    this.#draw();
  }

  #draw() {
    const children = [];
    let shown = -1;
    for (const conversation of this.#conversations) {
      const index = Math.max(shown, period(conversation.updated_at));
      if (index > shown && !this.#search.value) {
        children.push(this.#heading(index));
      }
      shown = index;
      children.push(this.#row(conversation));
    }
    arrange(this.#list, [...children, this.#more]);
    this.#empty.hidden = this.#conversations.length > 0;
    this.#empty.textContent = this.#search.value
      ? 'Nothing found.'
      : this.archived
        ? 'Nothing is archived.'
        : 'No conversations yet.';
  }

  #heading(index) {
    this.#headings[index] ??= h('li', { class: 'period' }, periodName(index));
    return this.#headings[index];
  }

  #row(conversation) {
    const row = this.#rows.get(conversation.id) ?? this.#newRow(conversation.id);
    row.show(conversation, conversation.id === this.#current, this.#writing.has(conversation.id));
    return row.element;
  }

  #newRow(id) {
    const row = new ConversationRow(id, {
      changed: (changed) => {
        this.put(changed);
        this.dispatchEvent(new CustomEvent('changed', { detail: changed }));
      },
      deleted: () => {
        this.#drop(id);
        this.dispatchEvent(new CustomEvent('deleted', { detail: id }));
      },
    });
    this.#rows.set(id, row);
    return row;
  }
}
