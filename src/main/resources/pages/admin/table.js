import { get } from '../net/api.js';
import { reason } from '../net/problem.js';
import { h } from '../ui/dom.js';
import { toast } from '../ui/toast.js';

/**
 * A table of rows.
 *
 * @param columns each `[heading, cell(row)]`; a cell is a text or an element. A heading that begins with `#` is one of
 *   numbers
 */
export function table(columns, rows) {
  return h(
    'div',
    { class: 'table', tabIndex: 0, role: 'region', 'aria-label': 'Table' },
    h('table', {}, head(columns), h('tbody', {}, rows.map((row) => line(columns, row)))),
  );
}

function head(columns) {
  return h('thead', {}, h('tr', {}, columns.map(([name]) => h('th', { scope: 'col', class: kind(name) }, name.replace('#', '')))));
}

const line = (columns, row) => h('tr', {}, columns.map(([name, cell]) => h('td', { class: kind(name) }, cell(row) ?? '')));

const kind = (name) => (name.startsWith('#') ? 'number' : '');

/** A list of the server, page by page, below one another. */
export async function listing(path, columns, { none }) {
  const body = h('tbody', {});
  const more = h('button', { type: 'button', class: 'button more', onclick: () => next().catch((error) => toast(reason(error))) }, 'More');
  let cursor = null;

  async function next() {
    const joint = path.includes('?') ? '&' : '?';
    const page = await get(`${path}${joint}limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    body.append(...page.data.map((row) => line(columns, row)));
    cursor = page.next_cursor;
    more.hidden = !page.has_more;
  }

  await next();
  if (body.childElementCount === 0 && more.hidden) {
    return h('p', { class: 'none' }, none);
  }
  const place = h('div', { class: 'table', tabIndex: 0, role: 'region', 'aria-label': 'Table' }, h('table', {}, head(columns), body));
  return h('div', {}, place, more);
}
