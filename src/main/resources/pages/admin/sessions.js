import { h } from '../ui/dom.js';
import { moment, number } from '../ui/words.js';
import { listing } from './table.js';

export function sessions() {
  return listing(
    '/admin/sessions',
    [
      ['Session', (row) => h('code', {}, row.id)],
      ['State', (row) => h('span', { class: row.is_open ? 'badge good' : 'badge' }, row.is_open ? 'open' : 'ended')],
      ['#Messages', (row) => number(row.messages)],
      ['Begun', (row) => moment(row.created_at)],
      ['Last active', (row) => moment(row.last_active_at)],
    ],
    { none: 'There was no guest yet.' },
  );
}
