import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { moment } from '../ui/words.js';
import { listing } from './table.js';

export function feedback() {
  return listing(
    '/admin/feedback',
    [
      ['', (row) => (row.rating ? h('span', { class: `rating ${row.rating}`, title: row.rating }, icon(row.rating)) : null)],
      ['What was said', (row) => h('p', { class: 'said' }, row.comment ?? '')],
      ['Of', (row) => h('code', {}, row.message_id ?? row.session_id ?? '')],
      ['When', (row) => moment(row.created_at)],
    ],
    { none: 'Nobody has said anything yet.' },
  );
}
