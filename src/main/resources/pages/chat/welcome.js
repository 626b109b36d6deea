import { find } from '../ui/dom.js';

const place = find('#welcome');

/** @param choose takes what somebody would like to ask */
export function wireWelcome(choose) {
  place.addEventListener('click', ({ target }) => {
    const suggestion = target.closest('button');
    if (suggestion) {
      choose(suggestion.textContent.replaceAll(/\s+/g, ' ').trim());
    }
  });
}

/**
 * Shows what stands in the place of a conversation that has not begun, or hides it.
 *
 * @param account of whoever is signed in
 */
export function welcome(isShown, account) {
  delete document.documentElement.dataset.opening;
  place.hidden = !isShown;
  place.querySelector('h2').textContent = account?.name ? `Hello, ${account.name}.` : 'What is on your mind?';
  place.querySelector('p').textContent = account
    ? 'Ask, or begin with one of these.'
    : 'Ask at once: no account is needed to try it.';
}
