import { openDialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';

const PERIODS = ['day', 'month'];
const MEASURES = ['questions', 'tokens', 'cost'];
const NONE = 'none';

/**
 * Fields for a budget: what is empty is not set, “none” is no limit.
 *
 * @param unset what holds where nothing is set
 */
export function budgetFields(budget, label, unset) {
  const inputs = new Map();
  const cells = PERIODS.flatMap((period) =>
    MEASURES.map((measure) => {
      const value = budget?.[period]?.[measure];
      const input = h('input', {
        inputMode: 'decimal',
        pattern: `[0-9.]*|${NONE}`,
        value: value === null ? NONE : (value ?? ''),
        placeholder: unset,
        'aria-label': `${label}: ${measure} a ${period}`,
      });
      inputs.set(`${period}.${measure}`, input);
      return input;
    }),
  );
  return { cells, read: () => read(inputs) };
}

function read(inputs) {
  const budget = {};
  for (const period of PERIODS) {
    budget[period] = {};
    for (const measure of MEASURES) {
      const text = inputs.get(`${period}.${measure}`).value.trim();
      if (text !== '') {
        budget[period][measure] = text === NONE ? null : Number(text);
      }
    }
  }
  return budget;
}

export const HEADINGS = PERIODS.flatMap((period) => MEASURES.map((measure) => `${measure} a ${period}`));

/** A budget of one account's own. */
export function openBudget(account, save) {
  const fields = budgetFields(account.budget, account.email, 'as for all');
  const form = h(
    'form',
    {
      class: 'form',
      async onsubmit(event) {
        event.preventDefault();
        await save(fields.read());
        dialog.close();
      },
    },
    h('p', {}, 'What is empty holds as for all accounts of its role; “none” is no limit.'),
    h('div', { class: 'budget-grid' }, fields.cells.map((cell, at) => h('label', {}, HEADINGS[at], cell))),
    h('div', { class: 'buttons' }, h('button', { class: 'button primary' }, 'Save')),
  );
  const dialog = openDialog(`Budget of ${account.email}`, form, { wide: true });
}
