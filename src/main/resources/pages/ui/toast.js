import { h } from './dom.js';

const SHOWN_MS = 6000;

/** Says something at the edge of the page, for a while. */
export function toast(text) {
  const place = document.getElementById('toasts');
  const note = h('p', { class: 'toast' }, text);
  place.append(note);
  place.showPopover?.();
  setTimeout(() => {
    note.remove();
    if (place.childElementCount === 0) {
      place.hidePopover?.();
    }
  }, SHOWN_MS);
}
