import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * Opens a menu below a button.
 *
 * @param items each `{ icon, label, action, danger, checked }`, or `null` for a line
 */
export function openMenu(button, items) {
  const entries = items.map((item) => (item ? entry(item, () => close()) : h('hr')));
  const menu = h('div', { class: 'menu', role: 'menu', popover: 'auto', onkeydown: walk }, entries);
  const close = () => menu.hidePopover();
  menu.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') {
      button.setAttribute('aria-expanded', 'false');
      menu.remove();
      if (document.activeElement === document.body) {
        button.focus();
      }
    }
  });
  (button.closest('dialog') ?? document.body).append(menu);
  button.setAttribute('aria-expanded', 'true');
  menu.showPopover();
  place(menu, button.getBoundingClientRect());
  menu.querySelector('[role^=menuitem]')?.focus();
}

function entry(item, close) {
  const properties = {
    type: 'button',
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    class: item.danger ? 'danger' : '',
    onclick: () => {
      close();
      item.action();
    },
  };
  if (item.checked !== undefined) {
    properties['aria-checked'] = String(item.checked);
  }
  const mark = item.checked ? icon('check') : null;
  const texts = h('span', {}, item.label, item.note ? h('small', {}, item.note) : null);
  return h('button', properties, item.icon ? icon(item.icon) : null, texts, mark);
}

/** Below the button where there is room, else above it, and never out of sight. */
function place(menu, at) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + 4 + height < innerHeight;
  const top = below ? at.bottom + 4 : Math.max(8, at.top - height - 4);
  const left = Math.min(Math.max(8, at.left), innerWidth - width - 8);
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}

function walk(event) {
  const all = [...event.currentTarget.querySelectorAll('[role^=menuitem]')];
  const at = all.indexOf(document.activeElement);
  const next = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    all[next].focus();
  }
  if (event.key === 'Tab') {
    event.currentTarget.hidePopover();
  }
}
