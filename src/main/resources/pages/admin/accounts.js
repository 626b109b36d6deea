import { patch } from '../net/api.js';
import { reason } from '../net/problem.js';
import { iconButton } from '../ui/controls.js';
import { ask } from '../ui/dialog.js';
import { h, settled } from '../ui/dom.js';
import { openMenu } from '../ui/menu.js';
import { toast } from '../ui/toast.js';
import { day, number } from '../ui/words.js';
import { openBudget } from './budget.js';
import { listing } from './table.js';

export async function accounts() {
  const place = h('div', {});
  const search = h('input', { type: 'search', id: 'find', placeholder: 'The beginning of an address', autocomplete: 'off' });
  const load = async () => {
    const query = search.value.trim() ? `?q=${encodeURIComponent(search.value.trim())}` : '';
    place.replaceChildren(await listing(`/admin/users${query}`, columns(load), { none: 'There is no such account.' }));
  };
  search.addEventListener('input', settled(200, () => load().catch((error) => toast(reason(error)))));
  await load();
  return h('div', {}, h('div', { class: 'filter' }, h('div', {}, h('label', { for: 'find' }, 'Find'), search)), place);
}

function columns(load) {
  return [
    ['Account', (row) => h('div', {}, h('strong', {}, row.email), h('small', {}, row.name ?? row.id))],
    ['Role', (row) => mark(row.role, row.role === 'admin')],
    ['Status', (row) => mark(row.status, false, row.status === 'suspended')],
    ['#Conversations', (row) => number(row.conversations)],
    ['Since', (row) => day(row.created_at)],
    ['Last used', (row) => (row.last_used_at ? day(row.last_used_at) : 'never')],
    ['', (row) => actions(row, load)],
  ];
}

const mark = (text, good, bad = false) => h('span', { class: `badge ${good ? 'good' : ''} ${bad ? 'bad' : ''}` }, text);

function actions(row, load) {
  const change = async (fields) => {
    try {
      await patch(`/admin/users/${row.id}`, fields);
      await load();
    } catch (error) {
      toast(reason(error));
    }
  };
  const button = iconButton('more', `More for ${row.email}`, () => openMenu(button, entries(row, change)), { 'aria-haspopup': 'menu' });
  return button;
}

function entries(row, change) {
  const isAdmin = row.role === 'admin';
  const suspended = row.status === 'suspended';
  return [
    { icon: 'gear', label: 'Budget…', action: () => openBudget(row, (budget) => change({ budget })) },
    {
      icon: 'person',
      label: isAdmin ? 'Make a user' : 'Make an administrator',
      action: () => change({ role: isAdmin ? 'user' : 'admin' }),
    },
    null,
    {
      icon: suspended ? 'check' : 'stop',
      label: suspended ? 'Let in again' : 'Suspend…',
      danger: !suspended,
      async action() {
        const meant = suspended || (await ask('Suspend the account?', `${row.email} is signed out everywhere within 5 seconds.`, 'Suspend'));
        if (meant) {
          await change({ status: suspended ? 'active' : 'suspended' });
        }
      },
    },
  ];
}
