import { newKey, pages, post, remove } from '../net/api.js';
import { field } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { day } from '../ui/words.js';
import { form, section } from './form.js';
import { secretLine } from './second-factor.js';

export async function tokens({ again }) {
  const rows = [];
  for await (const page of pages('/account/tokens?limit=100')) {
    rows.push(...page);
  }
  return h(
    'div',
    {},
    h('p', {}, 'By a token a program acts for you, here and on ', h('code', {}, '/v1'), '.'),
    rows.length > 0 ? h('ul', { class: 'rows' }, rows.map((row) => line(row, again))) : null,
    section('A new one', newToken(again)),
  );
}

function line(row, again) {
  const end = async () => {
    await remove(`/account/tokens/${row.id}`);
    await again();
  };
  const used = row.last_used_at ? `last used ${day(row.last_used_at)}` : 'never used';
  const holds = row.expires_at ? `, until ${day(row.expires_at)}` : '';
  return h(
    'li',
    {},
    h(
      'div',
      {},
      h('strong', {}, row.name),
      h('span', { class: 'badge' }, row.scopes.join(' and ')),
      h('small', {}, `…${row.last_four}, ${used}${holds}`),
    ),
    h('button', { type: 'button', class: 'button', onclick: end, 'aria-label': `End “${row.name}”` }, 'End'),
  );
}

function newToken(again) {
  const name = field('Name', { name: 'name', required: true, maxLength: 100, placeholder: 'Notes on my laptop' });
  const until = field('Holds until', { name: 'expires_at', type: 'date' }, 'Without a date it holds until it is ended.');
  const reads = h('input', { type: 'checkbox', checked: true });
  const chats = h('input', { type: 'checkbox', checked: true });
  const scopes = h(
    'fieldset',
    {},
    h('legend', {}, 'It may'),
    h('label', {}, reads, ' read conversations'),
    h('label', {}, chats, ' ask and change them'),
  );
  const place = h('div', {});
  place.append(
    form({
      fields: [name, until, scopes],
      action: 'Make a token',
      async submit() {
        const body = {
          name: name.input.value.trim(),
          scopes: [...(reads.checked ? ['read'] : []), ...(chats.checked ? ['chat'] : [])],
          ...(until.input.value ? { expires_at: `${until.input.value}T23:59:59Z` } : {}),
        };
        const made = await post('/account/tokens', body, { headers: { 'Idempotency-Key': newKey() } });
        place.replaceChildren(
          h('p', {}, 'Copy it now: it is not shown again.'),
          secretLine(made.token),
          h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'button primary', onclick: again }, 'Done')),
        );
      },
    }),
  );
  return place;
}
