import { arrange, h } from '../ui/dom.js';
import { MessageView } from './message-view.js';

/** How many messages are shown at first, and how many more on going up. */
const PAGE = 40;

/** The messages of a branch as they are shown: the newest ones, and those before on going up. */
export class Pane {
  #place;
  #scroller;
  #thread;
  #views = new Map();
  #shown = PAGE;
  #path = [];
  #earlier = h('button', { type: 'button', class: 'earlier button', onclick: () => this.#showEarlier() }, 'Earlier messages');

  /** @param thread whom the buttons of a message speak to */
  constructor(place, scroller, thread) {
    this.#place = place;
    this.#scroller = scroller;
    this.#thread = thread;
    new IntersectionObserver(([entry]) => entry.isIntersecting && this.#showEarlier(), {
      root: place.parentElement,
      rootMargin: '600px 0px 0px',
    }).observe(this.#earlier);
  }

  clear() {
    this.#views.clear();
    this.#shown = PAGE;
    this.#path = [];
    this.#place.replaceChildren();
  }

  busy(isBusy) {
    this.#place.ariaBusy = String(isBusy);
  }

  /** @param path each message with the ids of what stands in its place */
  show(path) {
    this.#path = path;
    const shown = path.slice(-this.#shown).map(({ message, siblings }) => this.#draw(message, siblings));
    const rest = path.length > shown.length ? [this.#earlier] : [];
    arrange(this.#place, [...rest, ...shown]);
    this.#scroller.grown();
  }

  view(id) {
    return this.#views.get(id);
  }

  drop(id) {
    this.#views.get(id)?.element.remove();
    this.#views.delete(id);
  }

  toEnd() {
    this.#scroller.toEnd();
  }

  grown() {
    this.#scroller.grown();
  }

  #draw(message, siblings) {
    const view = this.#views.get(message.id) ?? new MessageView(message, this.#thread);
    this.#views.set(message.id, view);
    view.show(message, siblings);
    return view.element;
  }

  #showEarlier() {
    if (this.#path.length > this.#shown) {
      this.#shown += PAGE;
      this.#scroller.keeping(() => this.show(this.#path));
    }
  }
}
