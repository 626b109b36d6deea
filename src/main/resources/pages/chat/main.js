import { drawAccount } from '../account/corner.js';
import { signIn } from '../account/sign-in.js';
import { reason } from '../net/problem.js';
import { session } from '../net/session.js';
import { find, h } from '../ui/dom.js';
import { toast } from '../ui/toast.js';
import { Composer } from './composer.js';
import { Feed } from './feed.js';
import { guest } from './guest.js';
import { member } from './member.js';
import { rate } from './rating.js';
import { Scroller } from './scroller.js';
import { openSettings } from './settings-of.js';
import { Sidebar } from './sidebar.js';
import { Thread } from './thread.js';
import { welcome, wireWelcome } from './welcome.js';
import { wireWindow } from './window.js';

const scroller = new Scroller(find('#scroll'), find('#latest'));
const thread = new Thread(find('#thread'), scroller, guest);
const composer = new Composer();
const sidebar = new Sidebar();
const feed = new Feed();
const side = wireWindow({ begin, focus: () => composer.focus() });

thread.settings = {};
wireWelcome((text) => composer.fill(text));

/** Shows what the address names: a conversation, or the beginning of one. */
async function go() {
  const id = /^#(conv_\w+)$/.exec(location.hash)?.[1] ?? null;
  side.close();
  if (id !== null && id === thread.conversation?.id) {
    return;
  }
  sidebar.select(id);
  thread.settings = {};
  composer.belongsTo(id);
  try {
    if (!session.isSignedIn) {
      await thread.open(null, guest);
    } else if (id === null) {
      thread.reset(member);
    } else {
      await thread.open(id, member);
      return;
    }
    composer.focus();
  } catch (error) {
    if (error.name !== 'AbortError') {
      toast(error.status === 404 ? 'There is no such conversation any more.' : reason(error));
      begin();
    }
  }
}

function begin() {
  if (!session.isSignedIn) {
    guest.forget();
  }
  if (location.hash) {
    history.pushState(null, '', location.pathname);
  }
  go();
}

function draw() {
  const { conversation } = thread;
  const title = conversation?.title ?? 'New conversation';
  find('#title').textContent = title;
  document.title = conversation?.title ? `${title} · Parley` : 'Parley';
  find('#conversation-settings').hidden = !session.isSignedIn;
  find('#model').textContent = conversation?.model ?? thread.settings.model ?? 'Model';
  composer.writing(Boolean(thread.writing), thread.can.stop && thread.writing !== true);
  const isOpening = Boolean(location.hash && session.isSignedIn && !conversation);
  welcome(thread.isEmpty && !isOpening, session.account);
  document.body.classList.toggle('guest', !session.isSignedIn);
}

thread.addEventListener('changed', draw);
thread.addEventListener('refused', ({ detail: { error, content } }) => {
  if (content !== null) {
    composer.fill(content);
  }
  composer.complain(error);
});
thread.addEventListener('begun', ({ detail: conversation }) => {
  if (conversation.id) {
    thread.conversation = conversation;
    history.pushState(null, '', `#${conversation.id}`);
    composer.belongsTo(conversation.id);
    sidebar.put(conversation, true);
    sidebar.select(conversation.id);
  }
});
thread.addEventListener('rating', ({ detail }) => rate(thread, detail));

composer.addEventListener('ask', ({ detail }) => thread.ask(detail));
composer.addEventListener('stop', () => thread.stop().catch((error) => toast(reason(error))));
composer.addEventListener('edit-last', () =>
  [...document.querySelectorAll('.question .icon-edit')].at(-1)?.closest('button').click(),
);

sidebar.addEventListener('changed', ({ detail }) => changed(detail));
sidebar.addEventListener('deleted', ({ detail }) => detail === thread.conversation?.id && begin());

feed.addEventListener('happened', ({ detail: { name, data } }) => {
  if (name === 'ready') {
    sidebar.load();
    thread.refresh().catch(() => {});
  }
  sidebar.heard(name, data);
  thread.heard(name, data);
  if (data.conversation) {
    changed(data.conversation);
  } else if (name === 'conversation.deleted' && data.id === thread.conversation?.id) {
    toast('This conversation was deleted.');
    begin();
  }
});

function changed(conversation) {
  if (conversation.id === thread.conversation?.id) {
    thread.conversation = conversation;
    draw();
  }
}

find('#conversation-settings').addEventListener('click', () =>
  openSettings(thread.conversation, thread.settings, (now) => {
    if (thread.conversation) {
      changed(now);
    } else {
      thread.settings = now;
      draw();
    }
  }),
);
find('#archive').addEventListener('click', ({ currentTarget }) => {
  sidebar.archived = !sidebar.archived;
  currentTarget.setAttribute('aria-pressed', String(sidebar.archived));
  sidebar.load();
});

session.addEventListener('ended', () => {
  feed.stop();
  sidebar.clear();
  guest.forget();
  toast('You are signed out.');
  history.replaceState(null, '', location.pathname);
  entered();
});

/** What was said as a guest becomes the account's. */
async function claim() {
  const conversation = await guest.claim().catch(() => null);
  if (conversation) {
    history.replaceState(null, '', `#${conversation}`);
  }
  await entered();
}

function corner() {
  drawAccount({
    signIn: (mode) => signIn({ mode, done: claim }),
    signOut: () => session.signOut(),
    entries: [
      { icon: 'gear', label: 'Account', action: showAccount },
      ...(session.account?.role === 'admin' ? [{ icon: 'screen', label: 'Run the server', action: () => location.assign('/admin') }] : []),
    ],
  });
}

/** It is asked for when it is wanted: most visits do without. */
async function showAccount() {
  const { openAccount } = await import('../account/account-dialog.js');
  openAccount(() => {
    corner();
    draw();
  });
}

async function entered() {
  corner();
  if (session.isSignedIn) {
    feed.start();
  }
  await go();
  draw();
}

addEventListener('popstate', go);
addEventListener('imported', () => sidebar.load());
addEventListener('online', () => thread.refresh().catch(() => {}));

await session.start().catch((error) => toast(reason(error)));
document.body.append(h('span', { hidden: true, id: 'ready' }));
await entered();
