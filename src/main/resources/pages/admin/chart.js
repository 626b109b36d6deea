import { h } from '../ui/dom.js';

const NS = 'http://www.w3.org/2000/svg';
const WIDTH = 480;
const HEIGHT = 200;
const LEFT = 52;
const BOTTOM = 24;
const TOP = 8;
const MOST_LABELS = 6;

/**
 * A chart of stacked bars.
 *
 * @param labels below the bars
 * @param series each `{ name, values }`, with a value for each label
 * @param show writes a value
 */
export function barChart({ title, labels, series, show }) {
  const totals = labels.map((_, at) => series.reduce((sum, { values }) => sum + values[at], 0));
  const top = nice(Math.max(...totals, 0));
  const svg = element('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}, ${summary(labels, totals, show)}` });
  svg.append(...scale(top, show), ...bars(labels, series, top, show), ...names(labels));
  return h('figure', { class: 'chart' }, h('figcaption', {}, title), svg, series.length > 1 ? legend(series) : null);
}

function summary(labels, totals, show) {
  const most = totals.indexOf(Math.max(...totals));
  return labels.length === 0 ? 'nothing yet' : `most on ${labels[most]}: ${show(totals[most])}`;
}

const height = (value, top) => (value / top) * (HEIGHT - BOTTOM - TOP);
const slot = (labels) => (WIDTH - LEFT) / Math.max(labels.length, 1);

function bars(labels, series, top, show) {
  const width = slot(labels);
  return labels.flatMap((label, at) => {
    let y = HEIGHT - BOTTOM;
    return series.map(({ name, values }, index) => {
      const tall = height(values[at], top);
      y -= tall;
      const bar = element('rect', {
        class: `series-${index % 6}`,
        x: LEFT + at * width + width * 0.14,
        y,
        width: width * 0.72,
        height: tall,
        rx: Math.min(3, width * 0.1),
      });
      bar.append(element('title', {}, `${label}, ${name}: ${show(values[at])}`));
      return bar;
    });
  });
}

function scale(top, show) {
  return [0, 0.5, 1].flatMap((part) => {
    const y = HEIGHT - BOTTOM - height(top * part, top);
    return [
      element('line', { class: 'grid', x1: LEFT, x2: WIDTH, y1: y, y2: y }),
      element('text', { class: 'axis', x: LEFT - 8, y: y + 4, 'text-anchor': 'end' }, show(top * part)),
    ];
  });
}

function names(labels) {
  const every = Math.ceil(labels.length / MOST_LABELS);
  const width = slot(labels);
  return labels
    .map((label, at) => [label, at])
    .filter(([, at]) => at % every === 0)
    .map(([label, at]) =>
      element('text', { class: 'axis', x: LEFT + (at + 0.5) * width, y: HEIGHT - 6, 'text-anchor': 'middle' }, label),
    );
}

function legend(series) {
  return h(
    'ul',
    { class: 'legend' },
    series.map(({ name }, index) => h('li', {}, h('span', { class: `swatch series-${index % 6}` }), name)),
  );
}

/** The next number that is easily read. */
function nice(value) {
  if (value <= 0) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].find((step) => step * power >= value) * power;
}

function element(name, attributes, text) {
  const made = document.createElementNS(NS, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}
