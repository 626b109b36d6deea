import { get, put } from '../net/api.js';
import { reason } from '../net/problem.js';
import { h } from '../ui/dom.js';
import { budgetFields, HEADINGS } from './budget.js';

const ROWS = [
  ['account', 'Each account'],
  ['roles.user', 'Users', 'as each'],
  ['roles.admin', 'Administrators', 'as each'],
  ['guest_session', 'Each guest session'],
  ['all_guests', 'All guests together'],
  ['everybody', 'Everybody together'],
];

export async function limits() {
  const budgets = await get('/admin/budgets');
  const rows = ROWS.map(([path, label, unset = 'none']) => ({ path, label, ...budgetFields(at(budgets, path), label, unset) }));
  const word = h('p', { role: 'status', class: 'word' });
  const button = h('button', { class: 'button primary' }, 'Save');
  return h(
    'form',
    {
      async onsubmit(event) {
        event.preventDefault();
        button.disabled = true;
        try {
          await put('/admin/budgets', document(rows));
          word.textContent = 'Saved. It holds from now on.';
        } catch (error) {
          word.textContent = reason(error);
        }
        button.disabled = false;
      },
    },
    h('p', { class: 'lead' }, 'How much may be asked, by day and by month. “none” is no limit.'),
    h(
      'div',
      { class: 'table', tabIndex: 0, role: 'region', 'aria-label': 'Budgets' },
      h(
        'table',
        { class: 'budgets' },
        h('thead', {}, h('tr', {}, h('td', {}), HEADINGS.map((text) => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, rows.map(({ label, cells }) => h('tr', {}, h('th', { scope: 'row' }, label), cells.map((cell) => h('td', {}, cell))))),
      ),
    ),
    h('div', { class: 'row' }, button, word),
  );
}

const at = (budgets, path) => path.split('.').reduce((part, key) => part?.[key], budgets);

/** What is not set is no limit, but for roles, where it is as for each account. */
function document(rows) {
  const all = { roles: {} };
  for (const { path, read } of rows) {
    const [first, role] = path.split('.');
    if (role) {
      all.roles[role] = read();
    } else {
      all[first] = read();
    }
  }
  return all;
}
