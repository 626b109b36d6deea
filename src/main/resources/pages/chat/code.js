import purify from '../lib/purify.js';
import { confirmOn, copy, iconButton } from '../ui/controls.js';
import { h } from '../ui/dom.js';

/** Longer code stays as it is: reading it for its colours would be felt. */
const LONGEST = 60_000;

const COLOURS = { ALLOWED_TAGS: ['span'], ALLOWED_ATTR: ['class'], RETURN_DOM_FRAGMENT: true };

/** Gives code its language and a button to copy it, and colours when there is time. */
export function decorate(block) {
  const language = languageOf(block);
  const button = iconButton('copy', 'Copy code', async () => {
    if (await copy(block.textContent.replace(/\n$/, ''))) {
      confirmOn(button, 'Copied');
    }
  });
  const frame = h('div', { class: 'code' }, h('div', { class: 'code-head' }, h('span', {}, language || 'text'), button));
  block.replaceWith(frame);
  block.tabIndex = 0;
  frame.append(block);
}

let highlighter = null;

/** It is large, and most visits begin without it. */
function load() {
  highlighter ??= import('../lib/highlight.js').then((module) => module.default);
  return highlighter;
}

/** Colours all code below an element that has none yet. */
export async function colour(place) {
  const all = place.querySelectorAll('pre[class]:not(.coloured)');
  if (all.length > 0) {
    const hljs = await load();
    whenIdle(() => all.forEach((block) => colourNow(hljs, block)));
  }
}

function colourNow(hljs, block) {
  const language = languageOf(block);
  const code = block.firstElementChild;
  if (!hljs.getLanguage(language) || code.textContent.length > LONGEST || !block.isConnected) {
    return;
  }
  const { value } = hljs.highlight(code.textContent, { language, ignoreIllegals: true });
  code.replaceChildren(purify.sanitize(value, COLOURS));
  block.classList.add('coloured');
}

function languageOf(block) {
  return block.className.match(/language-(\S+)/)?.[1] ?? '';
}

function whenIdle(action) {
  if (window.requestIdleCallback) {
    requestIdleCallback(action, { timeout: 500 });
  } else {
    setTimeout(action, 50);
  }
}
