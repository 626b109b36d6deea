import { request } from '../net/api.js';
import { lines } from '../net/lines.js';
import { reason } from '../net/problem.js';
import { h } from '../ui/dom.js';
import { counted } from '../ui/words.js';

const SHOWN = 20;

/** Whether anything in the record was changed, added or removed: a button, and what it finds. */
export function verification() {
  const outcome = h('div', { role: 'status', class: 'verdict' });
  const button = h('button', { type: 'button', class: 'button', onclick: verify }, 'Verify the record');

  async function verify() {
    button.disabled = true;
    outcome.replaceChildren('Reading all of it …');
    try {
      const response = await request('POST', '/admin/audit/verify');
      for await (const line of lines(response)) {
        outcome.replaceChildren(...('whole' in line ? told(line) : [`${counted(line.events, 'event')} so far …`]));
      }
    } catch (error) {
      outcome.replaceChildren(reason(error));
    } finally {
      button.disabled = false;
    }
  }

  return h('div', { class: 'verification' }, button, outcome);
}

function told({ whole, events, segments, unsealed, faults, findings, end }) {
  const seen = `${counted(events, 'event')} in ${counted(segments, 'segment')}, ${unsealed} not sealed yet.`;
  return [
    h('p', {}, h('strong', {}, whole ? 'The record is whole.' : `The record is not whole: ${counted(faults, 'fault')}.`), ' ', seen),
    ...(whole ? [] : [h('ul', {}, findings.slice(0, SHOWN).map((finding) => h('li', {}, finding)))]),
    ...(end ? [h('p', { class: 'none' }, 'It ends with segment ', h('code', {}, end), '. Kept elsewhere, that proves later that nothing was cut off.')] : []),
  ];
}
