import { reason } from '../net/problem.js';
import { h, settled } from '../ui/dom.js';
import { toast } from '../ui/toast.js';
import { moment } from '../ui/words.js';
import { listing } from './table.js';
import { verification } from './verification.js';

const FILTERS = [
  ['kind', 'Kind', 'question_asked'],
  ['actor', 'By', 'user_…'],
  ['subject', 'About', 'conv_…'],
  ['request_id', 'Request', 'req_…'],
];

/** The record of what happened, with what is looked for in it. */
export async function audit() {
  const place = h('div', {});
  const inputs = FILTERS.map(([name, , placeholder]) => h('input', { id: `of-${name}`, placeholder, autocomplete: 'off', spellcheck: false }));
  const since = h('input', { id: 'of-since', type: 'date' });
  const load = async () => {
    const query = new URLSearchParams();
    FILTERS.forEach(([name], at) => inputs[at].value.trim() && query.set(name, inputs[at].value.trim()));
    if (since.value) {
      query.set('since', `${since.value}T00:00:00Z`);
    }
    place.replaceChildren(await listing(`/admin/audit?${query}`, COLUMNS, { none: 'There is no such event.' }));
  };
  const again = settled(250, () => load().catch((error) => toast(reason(error))));
  [...inputs, since].forEach((input) => input.addEventListener('input', again));
  await load();
  const labelled = (label, input) => h('div', {}, h('label', { for: input.id }, label), input);
  return h(
    'div',
    {},
    h('div', { class: 'filter' }, FILTERS.map(([, label], at) => labelled(label, inputs[at])), labelled('Since', since)),
    place,
    verification(),
  );
}

const COLUMNS = [
  ['When', (row) => moment(row.at)],
  ['What', (row) => h('strong', {}, row.kind.replaceAll('_', ' '))],
  ['By', (row) => h('code', {}, row.actor ?? '')],
  ['About', (row) => h('code', {}, row.subject ?? '')],
  ['Outcome', (row) => row.outcome],
  ['Request', (row) => h('code', {}, row.request_id ?? '')],
];
