import { Problem, reason } from '../net/problem.js';
import { h } from '../ui/dom.js';

/**
 * A form of a few fields that does one thing.
 *
 * @param submit does it; what it throws is shown
 */
export function form({ fields, action, danger = false, submit, done = '' }) {
  const button = h('button', { class: danger ? 'button danger' : 'button primary' }, action);
  const word = h('p', { role: 'status', class: 'word' });
  return h(
    'form',
    {
      class: 'form',
      async onsubmit(event) {
        event.preventDefault();
        button.disabled = true;
        word.textContent = '';
        word.classList.remove('wrong');
        fields.forEach((row) => row.complain?.(null));
        try {
          await submit();
          word.textContent = done;
        } catch (error) {
          complain(error, fields, word);
        }
        button.disabled = false;
      },
    },
    fields,
    h('div', { class: 'row' }, button, word),
  );
}

function complain(error, fields, word) {
  const faults = error instanceof Problem ? error.errors : [];
  const rest = faults.filter(({ field: name, message }) => {
    const row = fields.find(({ input }) => input?.name === name);
    row?.complain(`This ${message}.`);
    return !row;
  });
  if (faults.length === 0 || rest.length > 0) {
    word.textContent = reason(error);
    word.classList.add('wrong');
  }
}

/** A part of the account's page, with its heading. */
export const section = (title, ...content) => h('section', {}, h('h3', {}, title), ...content);
