import { h } from './dom.js';
import { iconButton } from './controls.js';

/** Opens a dialog over the page; it is gone once it is closed. */
export function openDialog(title, content, { wide = false, onclose } = {}) {
  const heading = h('h2', { id: 'dialog-title' }, title);
  const dialog = h(
    'dialog',
    { class: wide ? 'dialog wide' : 'dialog', 'aria-labelledby': heading.id },
    h('header', {}, heading, iconButton('close', 'Close', () => dialog.close())),
    content,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    onclose?.(dialog.returnValue);
  });
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks whether something is meant; resolves to whether it is. */
export function ask(title, text, action) {
  return new Promise((resolve) => {
    const form = h(
      'form',
      { method: 'dialog' },
      h('p', {}, text),
      h(
        'div',
        { class: 'buttons' },
        h('button', { class: 'button', value: 'no' }, 'Cancel'),
        h('button', { class: 'button danger', value: 'yes' }, action),
      ),
    );
    openDialog(title, form, { onclose: (value) => resolve(value === 'yes') });
  });
}
