import { get } from '../net/api.js';
import { h } from '../ui/dom.js';
import { moment, number } from '../ui/words.js';
import { section } from './form.js';

const MEASURES = [
  ['questions', 'Questions'],
  ['tokens', 'Tokens'],
  ['cost', 'Cost'],
];

export async function usage() {
  const used = await get('/account/usage');
  return h(
    'div',
    {},
    period('Today', used.day, used.currency),
    period('This month', used.month, used.currency),
    used.models.length > 0 ? section('By model', models(used)) : null,
  );
}

function period(title, { until, ...measures }, currency) {
  return section(
    title,
    ...MEASURES.map(([key, label]) => bar(label, measures[key], amount(key, currency))),
    h('p', { class: 'field-note' }, `Begins anew on ${moment(until)}.`),
  );
}

/** How much of it is used; what is held for answers that are being written counts. */
function bar(label, { used, held, limit, left }, show) {
  const text = limit === null ? `${show(used)} used, no limit` : `${show(used)} of ${show(limit)}, ${show(left)} left`;
  const meter =
    limit === null ? null : h('progress', { max: Math.max(limit, 1e-9), value: Math.min(used + held, limit), 'aria-label': `${label}: ${text}` });
  return h('div', { class: 'measure' }, h('span', {}, label), h('span', {}, text), meter);
}

function amount(key, currency) {
  return key === 'cost'
    ? (value) => new Intl.NumberFormat(undefined, { style: 'currency', currency, maximumFractionDigits: 4 }).format(value)
    : number;
}

function models({ models: rows, currency }) {
  const cost = amount('cost', currency);
  return h(
    'div',
    { class: 'table', tabIndex: 0 },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...['Model', 'Questions', 'Tokens in', 'Tokens out', 'Cost'].map((text) => h('th', { scope: 'col' }, text)))),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, row.model),
            ...[number(row.questions), number(row.input_tokens), number(row.output_tokens), cost(row.cost)].map((text) => h('td', {}, text)),
          ),
        ),
      ),
    ),
  );
}
