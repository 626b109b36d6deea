import { drawAccount } from '../account/corner.js';
import { signIn } from '../account/sign-in.js';
import { reason } from '../net/problem.js';
import { session } from '../net/session.js';
import { find, h } from '../ui/dom.js';
import { accounts } from './accounts.js';
import { audit } from './audit.js';
import { feedback } from './feedback.js';
import { health } from './health.js';
import { limits } from './limits.js';
import { retention } from './retention.js';
import { sessions } from './sessions.js';
import { usage } from './usage.js';

/** Each with its title, and a function that gives what it shows. */
const PARTS = {
  usage: ['Usage', usage],
  accounts: ['Accounts', accounts],
  feedback: ['Feedback', feedback],
  audit: ['Record', audit],
  limits: ['Budgets', limits],
  retention: ['Retention', retention],
  sessions: ['Guests', sessions],
  health: ['Health', health],
};

let asked = 0;

async function show() {
  const mine = ++asked;
  const name = location.hash.slice(1) in PARTS ? location.hash.slice(1) : 'usage';
  const [title, part] = PARTS[name];
  const place = find('#part');
  for (const link of document.querySelectorAll('#parts a')) {
    link.ariaCurrent = link.hash === `#${name}` ? 'page' : null;
  }
  find('#title').textContent = title;
  document.title = `${title} · Parley`;
  place.ariaBusy = 'true';
  const content = await part().catch((error) => h('p', { class: 'wrong', role: 'alert' }, reason(error)));
  if (mine === asked) {
    place.replaceChildren(content);
    place.ariaBusy = 'false';
  }
}

/** Whoever may not see this is asked to sign in as somebody who may. */
function closed() {
  const text = session.isSignedIn
    ? 'This account does not run the server. Sign out, and sign in with one that does.'
    : 'This is for those who run the server.';
  const door = session.isSignedIn
    ? null
    : h('button', { type: 'button', class: 'button primary', onclick: enter }, 'Sign in');
  find('#parts').replaceChildren();
  find('#title').textContent = 'Run the server';
  find('#part').replaceChildren(h('p', { class: 'lead' }, text), ...(door ? [door] : []));
}

const enter = () => signIn({ mode: 'sign in', done: begin });

function begin() {
  drawAccount({
    signIn: enter,
    signOut: () => session.signOut(),
    entries: [{ icon: 'left', label: 'To the chat', action: () => location.assign('/') }],
  });
  if (session.account?.role !== 'admin') {
    closed();
    return;
  }
  find('#parts').replaceChildren(
    ...Object.entries(PARTS).map(([name, [title]]) => h('li', {}, h('a', { href: `#${name}` }, title))),
  );
  show();
}

addEventListener('hashchange', () => session.account?.role === 'admin' && show());
session.addEventListener('ended', begin);

await session.start().catch(() => {});
begin();
document.body.append(h('span', { hidden: true, id: 'ready' }));
