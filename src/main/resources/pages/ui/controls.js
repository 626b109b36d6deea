import { h } from './dom.js';
import { icon } from './icons.js';

/** A button that shows a picture alone; its name is for those who do not see it, and for the pointer. */
export function iconButton(name, label, onclick, properties = {}) {
  return h('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label, onclick, ...properties }, icon(name));
}

/** A line of a form: a field and its label, and room for what is wrong with it. */
export function field(label, properties, hint) {
  const id = `field-${properties.name}`;
  const input = h('input', { id, ...properties });
  const note = h('p', { class: 'field-note', id: `${id}-note` }, hint ?? '');
  input.setAttribute('aria-describedby', note.id);
  const row = h('div', { class: 'field' }, h('label', { for: id }, label), input, note);
  row.complain = (message) => {
    note.textContent = message ?? hint ?? '';
    input.toggleAttribute('aria-invalid', Boolean(message));
    row.classList.toggle('wrong', Boolean(message));
  };
  row.input = input;
  return row;
}

/** Shows for two seconds that a button did what it says. */
export function confirmOn(button, label) {
  const before = [button.title, [...button.childNodes]];
  button.title = label;
  button.replaceChildren(icon('check'));
  announce(label);
  setTimeout(() => {
    button.title = before[0];
    button.replaceChildren(...before[1]);
  }, 2000);
}

/** Tells those who listen to the page. */
export function announce(text) {
  const place = document.getElementById('announcements');
  place.textContent = '';
  requestAnimationFrame(() => (place.textContent = text));
}

/** Only a page that came over HTTPS or from this machine may write to the clipboard by itself. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { value: text, class: 'unseen' });
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
