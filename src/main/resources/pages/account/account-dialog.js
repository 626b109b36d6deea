import { reason } from '../net/problem.js';
import { openDialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { data } from './data.js';
import { modelKey } from './model-key.js';
import { profile } from './profile.js';
import { secondFactor } from './second-factor.js';
import { signIns } from './sign-ins.js';
import { tokens } from './tokens.js';
import { usage } from './usage.js';

const PARTS = [
  ['Profile', profile],
  ['Usage', usage],
  ['Second factor', secondFactor],
  ['Signed in', signIns],
  ['Access tokens', tokens],
  ['Own key', modelKey],
  ['Your data', data],
];

/**
 * All about the account, part by part.
 *
 * @param changed is called when what the page shows of the account may have changed
 */
export function openAccount(changed) {
  loadStyles();
  const panel = h('div', { class: 'panel', role: 'tabpanel', tabIndex: -1 });
  const tabs = PARTS.map(([label, part], index) => tab(label, index, () => show(part, index)));
  const list = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Account', onkeydown: walk }, tabs);
  const dialog = openDialog('Account', h('div', { class: 'parts' }, list, panel), { wide: true });
  let asked = 0;

  async function show(part, index) {
    const mine = ++asked;
    tabs.forEach((each, at) => {
      each.ariaSelected = String(at === index);
      each.tabIndex = at === index ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', tabs[index].id);
    panel.ariaBusy = 'true';
    const again = () => show(part, index);
    const content = await part({ again, changed, close: () => dialog.close() }).catch((error) =>
      h('p', { class: 'wrong', role: 'alert' }, reason(error)),
    );
    if (mine === asked) {
      panel.replaceChildren(content);
      panel.ariaBusy = 'false';
    }
  }

  show(PARTS[0][1], 0);
}

/** Most visits do without. */
function loadStyles() {
  const address = new URL('account.css', import.meta.url).href;
  if (![...document.styleSheets].some(({ href }) => href === address)) {
    document.head.append(h('link', { rel: 'stylesheet', href: address }));
  }
}

function tab(label, index, onclick) {
  return h('button', { type: 'button', role: 'tab', id: `tab-${index}`, onclick }, label);
}

function walk(event) {
  const tabs = [...event.currentTarget.children];
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length);
    next.focus();
    next.click();
  }
}
