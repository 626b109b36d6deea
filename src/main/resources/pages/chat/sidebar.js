import { get, patch, remove } from '../net/api.js';
import { reason } from '../net/problem.js';
import { iconButton } from '../ui/controls.js';
import { ask } from '../ui/dialog.js';
import { arrange, find, h, settled } from '../ui/dom.js';
import { openMenu } from '../ui/menu.js';
import { toast } from '../ui/toast.js';
import { period, periodName } from '../ui/words.js';

const TYPING_MS = 200;

/** The conversations at the side: newest first, as many as were asked for. */
export class Sidebar extends EventTarget {
  #list = find('#conversations');
  #search = find('#search');
  #empty = find('#no-conversations');
  #more = h('li', { class: 'more-conversations' });
  #rows = new Map();
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

  /** The link to the newest one. */
  get first() {
    return this.#list.querySelector('.conversation a');
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
    const key = `period-${index}`;
    if (!this.#rows.has(key)) {
      this.#rows.set(key, h('li', { class: 'period' }, periodName(index)));
    }
    return this.#rows.get(key);
  }

  #row(conversation) {
    const row = this.#rows.get(conversation.id) ?? this.#newRow(conversation.id);
    const link = row.querySelector('a');
    const title = conversation.title ?? 'New conversation';
    row.conversation = conversation;
    if (link.textContent !== title) {
      link.textContent = title;
      row.querySelector('button').setAttribute('aria-label', `More for “${title}”`);
    }
    link.ariaCurrent = conversation.id === this.#current ? 'page' : null;
    row.classList.toggle('writing', this.#writing.has(conversation.id));
    return row;
  }

  #newRow(id) {
    const more = iconButton('more', 'More', () => this.#menu(row, more), { 'aria-haspopup': 'menu' });
    const row = h('li', { class: 'conversation' }, h('a', { href: `#${id}` }), more);
    this.#rows.set(id, row);
    return row;
  }

  #menu(row, button) {
    const { conversation } = row;
    openMenu(button, [
      { icon: 'edit', label: 'Rename', action: () => this.#rename(row) },
      {
        icon: 'archive',
        label: conversation.archived ? 'Take out of the archive' : 'Archive',
        action: () => this.#change(conversation, { archived: !conversation.archived }),
      },
      null,
      { icon: 'trash', label: 'Delete…', danger: true, action: () => this.#delete(conversation) },
    ]);
  }

  #rename(row) {
    const { conversation } = row;
    const link = row.querySelector('a');
    const input = h('input', { value: conversation.title ?? '', 'aria-label': 'Title', maxLength: 200, class: 'rename' });
    let done = false;
    const leave = (save) => {
      if (!done) {
        done = true;
        input.replaceWith(link);
        if (save && input.value.trim() && input.value !== conversation.title) {
          this.#change(conversation, { title: input.value.trim() });
        }
        link.focus();
      }
    };
    input.addEventListener('blur', () => leave(true));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        leave(event.key === 'Enter');
      }
    });
    link.replaceWith(input);
    input.focus();
    input.select();
  }

  async #change(conversation, change) {
    try {
      const changed = await patch(`/conversations/${conversation.id}`, change);
      this.put(changed);
      this.dispatchEvent(new CustomEvent('changed', { detail: changed }));
    } catch (error) {
      toast(reason(error));
    }
  }

  async #delete(conversation) {
    const title = conversation.title ?? 'this conversation';
    if (await ask('Delete the conversation?', `“${title}” and all its messages will be gone for good.`, 'Delete')) {
      try {
        await remove(`/conversations/${conversation.id}`);
        this.#drop(conversation.id);
        this.dispatchEvent(new CustomEvent('deleted', { detail: conversation.id }));
      } catch (error) {
        toast(reason(error));
      }
    }
  }
}
