import { patch, remove } from '../net/api.js';
import { reason } from '../net/problem.js';
import { iconButton } from '../ui/controls.js';
import { ask } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { openMenu } from '../ui/menu.js';
import { toast } from '../ui/toast.js';

const LONGEST_TITLE = 200;

/** A conversation at the side, with what can be done with it. */
export class ConversationRow {
  #conversation;
  #heard;
  #link;
  #more = iconButton('more', 'More', () => this.#menu(), { 'aria-haspopup': 'menu' });
  element;

  /** @param heard what to call: `changed(conversation)`, `deleted()` */
  constructor(id, heard) {
    this.#heard = heard;
    this.#link = h('a', { href: `#${id}` });
    this.element = h('li', { class: 'conversation' }, this.#link, this.#more);
  }

  show(conversation, isCurrent, isWriting) {
    this.#conversation = conversation;
    const title = conversation.title ?? 'New conversation';
    if (this.#link.textContent !== title) {
      this.#link.textContent = title;
      this.#more.ariaLabel = `More for “${title}”`;
    }
    this.#link.ariaCurrent = isCurrent ? 'page' : null;
    this.element.classList.toggle('writing', isWriting);
  }

  #menu() {
    const { archived } = this.#conversation;
    openMenu(this.#more, [
      { icon: 'edit', label: 'Rename', action: () => this.#rename() },
      {
        icon: 'archive',
        label: archived ? 'Take out of the archive' : 'Archive',
        action: () => this.#change({ archived: !archived }),
      },
      null,
      { icon: 'trash', label: 'Delete…', danger: true, action: () => this.#delete() },
    ]);
  }

  #rename() {
    const { title } = this.#conversation;
    const input = h('input', { value: title ?? '', 'aria-label': 'Title', maxLength: LONGEST_TITLE, class: 'rename' });
    let done = false;
    const leave = (save) => {
      if (!done) {
        done = true;
        input.replaceWith(this.#link);
        if (save && input.value.trim() && input.value !== title) {
          this.#change({ title: input.value.trim() });
        }
        this.#link.focus();
      }
    };
    input.addEventListener('blur', () => leave(true));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        leave(event.key === 'Enter');
      }
    });
    this.#link.replaceWith(input);
    input.focus();
    input.select();
  }

  async #change(change) {
    try {
      this.#heard.changed(await patch(`/conversations/${this.#conversation.id}`, change));
    } catch (error) {
      toast(reason(error));
    }
  }

  async #delete() {
    const { id, title } = this.#conversation;
    const text = `“${title ?? 'This conversation'}” and all its messages will be gone for good.`;
    if (await ask('Delete the conversation?', text, 'Delete')) {
      try {
        await remove(`/conversations/${id}`);
        this.#heard.deleted();
      } catch (error) {
        toast(reason(error));
      }
    }
  }
}
