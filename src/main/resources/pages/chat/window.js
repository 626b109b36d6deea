import { find } from '../ui/dom.js';

const NARROW = matchMedia('(max-width: 52rem)');

/** The side that slides in where there is little room, and the keys that work everywhere. */
export function wireWindow({ begin, focus }) {
  const side = find('#side');
  const veil = find('#veil');
  const menu = find('#menu');

  const show = (open) => {
    document.body.classList.toggle('side-open', open);
    document.body.classList.toggle('side-closed', !open);
    side.inert = !open;
    veil.hidden = !(open && NARROW.matches);
    menu.setAttribute('aria-expanded', String(open));
  };
  const fit = () => show(!NARROW.matches);
  NARROW.addEventListener('change', fit);
  fit();

  menu.addEventListener('click', () => {
    show(side.inert);
    if (NARROW.matches && !side.inert) {
      side.querySelector('button, a').focus();
    }
  });
  veil.addEventListener('click', () => show(false));
  find('#new').addEventListener('click', () => {
    begin();
    focus();
  });

  addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'k') {
      event.preventDefault();
      show(true);
      find('#search').focus();
    } else if (command && event.shiftKey && event.key.toLowerCase() === 'o') {
      event.preventDefault();
      begin();
      focus();
    } else if (event.key === 'Escape' && NARROW.matches && !side.inert) {
      show(false);
      menu.focus();
    } else if (event.key === '/' && !isTyping(event.target)) {
      event.preventDefault();
      focus();
    }
  });
  find('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    focus();
  });

  return { close: () => NARROW.matches && show(false) };
}

function isTyping(target) {
  return target.matches('input, textarea, select, [contenteditable]') || target.closest('dialog, [popover]') !== null;
}
