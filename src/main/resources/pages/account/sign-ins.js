import { pages, remove } from '../net/api.js';
import { h } from '../ui/dom.js';
import { moment } from '../ui/words.js';
import { device } from './device.js';

export async function signIns({ again }) {
  const rows = [];
  for await (const page of pages('/account/sessions?limit=100')) {
    rows.push(...page);
  }
  return h(
    'div',
    {},
    h('p', {}, 'Where the account is signed in. End what you do not know, and change your password then.'),
    h(
      'ul',
      { class: 'rows' },
      rows.map((row) => line(row, again)),
    ),
  );
}

function line(row, again) {
  const end = async () => {
    await remove(`/account/sessions/${row.id}`);
    await again();
  };
  return h(
    'li',
    {},
    h(
      'div',
      {},
      h('strong', { title: row.device ?? '' }, device(row.device)),
      row.current ? h('span', { class: 'badge' }, 'This one') : null,
      h('small', {}, `${row.address ?? 'unknown address'}, last used ${moment(row.last_used_at)}`),
    ),
    row.current ? null : h('button', { type: 'button', class: 'button', onclick: end }, 'End'),
  );
}
