import { session } from '../net/session.js';
import { find, h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { openMenu } from '../ui/menu.js';

/** The corner that says who is signed in, or asks one to. */
export function drawAccount({ signIn, signOut, entries = [] }) {
  const place = find('#account');
  const theme = h(
    'button',
    { type: 'button', class: 'icon-button', title: 'Appearance', 'aria-label': 'Appearance', 'aria-haspopup': 'menu' },
    icon('sun'),
  );
  theme.addEventListener('click', () => openMenu(theme, themes()));
  place.replaceChildren(...(session.isSignedIn ? [who(signOut, entries)] : doors(signIn)), theme);
}

function themes() {
  const now = window.parleyTheme.get();
  return [
    ['system', 'As the system', 'screen'],
    ['light', 'Light', 'sun'],
    ['dark', 'Dark', 'moon'],
  ].map(([theme, label, picture]) => ({
    icon: picture,
    label,
    checked: theme === now,
    action: () => window.parleyTheme.set(theme),
  }));
}

function doors(signIn) {
  return [
    h('button', { type: 'button', class: 'button primary', onclick: () => signIn('sign in') }, 'Sign in'),
    h('button', { type: 'button', class: 'button', onclick: () => signIn('register') }, 'Create an account'),
  ];
}

function who(signOut, entries) {
  const { account } = session;
  const name = account.name ?? account.email;
  const button = h(
    'button',
    { type: 'button', class: 'who', 'aria-haspopup': 'menu', title: account.email },
    h('span', { class: 'face', 'aria-hidden': 'true' }, name.slice(0, 1).toUpperCase()),
    h('span', { class: 'who-name' }, name),
    icon('chevron'),
  );
  button.addEventListener('click', () =>
    openMenu(button, [
      ...entries,
      { icon: 'book', label: 'For programs', action: () => location.assign('/start') },
      null,
      { icon: 'out', label: 'Sign out', action: signOut },
    ]),
  );
  return button;
}
