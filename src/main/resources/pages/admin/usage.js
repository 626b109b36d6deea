import { pages } from '../net/api.js';
import { h } from '../ui/dom.js';
import { number } from '../ui/words.js';
import { barChart } from './chart.js';
import { table } from './table.js';

const DAY_MS = 86_400_000;
const RANGES = [7, 30, 90];
const short = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const money = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4 });

export async function usage(days = 30) {
  const place = h('div', {});
  const draw = async (range) => {
    const [byModel, byUser] = await Promise.all([rows('model', range), rows('user', range)]);
    place.replaceChildren(choice(range, draw), tiles(byModel), charts(byModel, range), accounts(byUser));
  };
  await draw(days);
  return place;
}

async function rows(by, range) {
  const from = new Date(Date.now() - (range - 1) * DAY_MS).toISOString().slice(0, 10);
  const all = [];
  for await (const page of pages(`/admin/usage?by=${by}&from=${from}&limit=100`)) {
    all.push(...page);
  }
  return all;
}

function choice(now, draw) {
  return h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': 'Range' },
    RANGES.map((range) =>
      h('button', { type: 'button', class: 'chip', 'aria-pressed': String(range === now), onclick: () => draw(range) }, `${range} days`),
    ),
  );
}

const sum = (all, key) => all.reduce((total, row) => total + row[key], 0);

function latency(all) {
  const answered = sum(all, 'questions');
  return answered === 0 ? 0 : all.reduce((total, row) => total + row.latency_ms * row.questions, 0) / answered;
}

function tiles(all) {
  const tokens = sum(all, 'input_tokens') + sum(all, 'output_tokens');
  return h(
    'dl',
    { class: 'tiles' },
    [
      ['Questions', number(sum(all, 'questions'))],
      ['Tokens', compact.format(tokens)],
      ['Errors', number(sum(all, 'errors'))],
      ['Time of an answer', `${money.format(latency(all) / 1000)} s`],
      ['Cost', money.format(sum(all, 'cost'))],
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

function charts(all, range) {
  const days = Array.from({ length: range }, (_, at) => new Date(Date.now() - (range - 1 - at) * DAY_MS).toISOString().slice(0, 10));
  const labels = days.map((day) => short.format(new Date(day)));
  const models = [...new Set(all.map((row) => row.model))].sort();
  const byModel = (value) =>
    models.map((name) => ({
      name,
      values: days.map((day) => value(all.filter((row) => row.day === day && row.model === name))),
    }));
  const total = (name, value) => [{ name, values: days.map((day) => value(all.filter((row) => row.day === day))) }];
  const chart = (title, series, show) => barChart({ title, labels, series, show });
  return h(
    'div',
    { class: 'charts' },
    chart('Questions by model', byModel((some) => sum(some, 'questions')), compact.format),
    chart('Tokens by model', byModel((some) => sum(some, 'input_tokens') + sum(some, 'output_tokens')), compact.format),
    chart('Errors', total('Errors', (some) => sum(some, 'errors')), compact.format),
    chart('Time of an answer', total('Seconds', (some) => latency(some) / 1000), (value) => `${money.format(value)} s`),
  );
}

function accounts(all) {
  const users = new Map();
  for (const row of all) {
    const total = users.get(row.user) ?? { user: row.user, questions: 0, tokens: 0, errors: 0, cost: 0 };
    total.questions += row.questions;
    total.tokens += row.input_tokens + row.output_tokens;
    total.errors += row.errors;
    total.cost += row.cost ?? 0;
    users.set(row.user, total);
  }
  const most = [...users.values()].sort((a, b) => b.tokens - a.tokens).slice(0, 50);
  return h(
    'section',
    {},
    h('h2', {}, 'By account'),
    most.length === 0
      ? h('p', { class: 'none' }, 'Nobody has asked yet.')
      : table(
          [
            ['Account', (row) => h('code', {}, row.user ?? '')],
            ['#Questions', (row) => number(row.questions)],
            ['#Tokens', (row) => number(row.tokens)],
            ['#Errors', (row) => number(row.errors)],
            ['#Cost', (row) => money.format(row.cost)],
          ],
          most,
        ),
  );
}
