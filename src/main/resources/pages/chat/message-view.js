import { confirmOn, copy, iconButton } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { moment } from '../ui/words.js';
import { calls, isOutput, output } from './calls.js';
import { GrowingText } from './growing-text.js';

const ENDED_BADLY = {
  stopped: 'Stopped',
  interrupted: 'The server was interrupted while it wrote this.',
};

/** One message as it stands in the thread. */
export class MessageView {
  element;
  #message;
  #thread;
  #text;
  #length = 0;
  #shown = '';
  #note = h('p', { class: 'note', hidden: true });
  #actions = h('div', { class: 'actions' });
  #body = h('div', { class: 'prose' });
  #calls = h('div', { class: 'calls', hidden: true });

  constructor(message, thread) {
    this.#thread = thread;
    const [kind, label] = message.is_user ? ['question', 'You'] : ['answer', 'Answer'];
    const isGiven = isOutput(message);
    this.element = h(
      'article',
      { class: `message ${isGiven ? 'output' : kind}`, 'aria-label': isGiven ? 'Output' : label },
      this.#body,
      this.#calls,
      this.#note,
      this.#actions,
    );
    this.element.dataset.id = message.id;
    if (isGiven) {
      this.#exchanges([output(message, thread.callOf(message))]);
    } else if (message.is_user) {
      this.#body.textContent = message.content;
    } else {
      this.#text = new GrowingText(this.#body, thread.grown);
      if (message.content) {
        this.#text.append(message.content);
        this.#length = message.content.length;
      }
    }
    this.show(message, [message.id]);
  }

  /** How many UTF-16 units of the answer are here. */
  get length() {
    return this.#length;
  }

  grow(piece) {
    this.#length += piece.length;
    this.#text.append(piece);
    this.element.classList.remove('thinking');
  }

  waiting(isWaiting) {
    this.#say(isWaiting ? 'The connection was lost. Trying again…' : '');
  }

  /** @param siblings the ids of what stands in the same place, this one among them */
  show(message, siblings) {
    const shown = [message.status, message.rating, ...siblings].join();
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    const before = this.#message?.status;
    this.#message = message;
    const writing = message.status === 'in_progress';
    this.element.classList.toggle('writing', writing);
    this.element.classList.toggle('thinking', writing && this.#length === 0 && !message.content);
    this.element.setAttribute('aria-busy', String(writing));
    if (!message.is_user && !writing && before !== message.status) {
      this.#text.end(message.content);
      this.#exchanges(calls(message));
      this.#tellEnd(message);
    }
    this.#actions.replaceChildren(...(writing ? [] : this.#buttons(message, siblings)));
  }

  #tellEnd(message) {
    const failed = message.status === 'failed';
    this.element.classList.toggle('failed', failed);
    this.#say(failed ? (message.error?.detail ?? 'The answer failed.') : (ENDED_BADLY[message.status] ?? ''));
  }

  /** What programs do, in the place of a text or below it. */
  #exchanges(elements) {
    this.#calls.replaceChildren(...elements);
    this.#calls.hidden = elements.length === 0;
    this.#body.hidden = elements.length > 0 && this.#body.childNodes.length === 0;
  }

  #say(text) {
    this.#note.hidden = text === '';
    this.#note.textContent = text;
  }

  #buttons(message, siblings) {
    const { can } = this.#thread;
    return [
      siblings.length > 1 ? this.#walk(message, siblings) : null,
      message.content ? this.#copyButton(message) : null,
      message.is_user && !isOutput(message) && can.edit
        ? iconButton('edit', 'Edit the question', () => this.#edit(message))
        : null,
      !message.is_user && can.regenerate
        ? iconButton('again', 'Answer again', () => this.#thread.regenerate(message.id))
        : null,
      ...(!message.is_user && can.rate ? this.#ratings(message) : []),
      h('time', { dateTime: message.created_at, title: message.model ?? '' }, moment(message.created_at)),
    ].filter(Boolean);
  }

  #copyButton(message) {
    const button = iconButton('copy', 'Copy', async () => {
      if (await copy(message.content)) {
        confirmOn(button, 'Copied');
      }
    });
    return button;
  }

  #ratings(message) {
    return [
      ['up', 'Good answer'],
      ['down', 'Bad answer'],
    ].map(([rating, label]) =>
      iconButton(rating, label, () => this.#thread.rate(message, rating), {
        'aria-pressed': String(message.rating === rating),
      }),
    );
  }

  #walk(message, siblings) {
    const at = siblings.indexOf(message.id);
    const to = (index) => () => this.#thread.walk(siblings[index]);
    return h(
      'span',
      { class: 'siblings', role: 'group', 'aria-label': 'Versions' },
      iconButton('left', 'Previous version', to(at - 1), { disabled: at === 0 }),
      h('span', {}, `${at + 1} / ${siblings.length}`),
      iconButton('right', 'Next version', to(at + 1), { disabled: at === siblings.length - 1 }),
    );
  }

  #edit(message) {
    const area = h('textarea', { value: message.content, 'aria-label': 'Edit the question', class: 'edit', rows: 2 });
    const leave = () => {
      form.replaceWith(this.#body);
      this.#actions.hidden = false;
    };
    const form = h(
      'form',
      {
        class: 'edit-form',
        onsubmit: (event) => {
          event.preventDefault();
          leave();
          if (area.value.trim() !== '') {
            this.#thread.ask(area.value, message.parent_id);
          }
        },
        onkeydown: (event) => {
          if (event.key === 'Escape') {
            leave();
          } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            form.requestSubmit();
          }
        },
      },
      area,
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'button', onclick: leave }, 'Cancel'),
        h('button', { class: 'button primary' }, 'Ask'),
      ),
    );
    this.#body.replaceWith(form);
    this.#actions.hidden = true;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }
}
