import { h } from '../ui/dom.js';

const SUGGESTIONS = [
  ['Explain', 'why the sky is blue, to a curious ten-year-old'],
  ['Write', 'a friendly mail that declines an invitation'],
  ['Plan', 'a weekend in Lisbon, mostly on foot'],
  ['Show me', 'how to read a large file line by line in Java'],
];

/**
 * What stands in the place of a conversation that has not begun.
 *
 * @param account of whoever is signed in
 */
export function welcome(account, choose) {
  return h(
    'section',
    { class: 'welcome' },
    h('h2', {}, account?.name ? `Hello, ${account.name}.` : 'What is on your mind?'),
    h('p', {}, account ? 'Ask, or begin with one of these.' : 'Ask at once: no account is needed to try it.'),
    h(
      'ul',
      {},
      SUGGESTIONS.map(([verb, rest]) =>
        h('li', {}, h('button', { type: 'button', onclick: () => choose(`${verb} ${rest}`) }, h('strong', {}, verb), ` ${rest}`)),
      ),
    ),
  );
}
