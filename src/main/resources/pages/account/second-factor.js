import { post, remove } from '../net/api.js';
import { session } from '../net/session.js';
import { confirmOn, copy, field, iconButton } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { form, section } from './form.js';

const code = (hint) => field('Code', { name: 'code', autocomplete: 'one-time-code', required: true }, hint);

export async function secondFactor({ again }) {
  await session.load();
  return session.account.second_factor ? switchedOn(again) : begin(again);
}

function begin(again) {
  const password = field('Password', { name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const place = h(
    'div',
    {},
    h('p', {}, 'With a second factor, signing in takes a code of an authenticator app besides the password.'),
    form({
      fields: [password],
      action: 'Set it up',
      async submit() {
        place.replaceChildren(confirmation(await post('/account/second-factor', { password: password.input.value }), again));
      },
    }),
  );
  return place;
}

function confirmation({ secret, otpauth_uri: uri }, again) {
  const first = code('The code that the app shows now.');
  const place = h(
    'div',
    {},
    h('p', {}, 'Add this key to your app, or ', h('a', { href: uri }, 'open the app with it'), ' on this device.'),
    secretLine(secret.match(/.{1,4}/g).join(' '), secret),
    form({
      fields: [first],
      action: 'Switch it on',
      async submit() {
        const { recovery_codes: codes } = await post('/account/second-factor/confirm', { code: first.input.value });
        place.replaceChildren(recovery(codes, again));
      },
    }),
  );
  return place;
}

function recovery(codes, again) {
  return section(
    'It is on',
    h('p', {}, 'Keep these codes where you find them without your phone. Each lets you in once, and they are not shown again.'),
    h('ul', { class: 'codes' }, codes.map((each) => h('li', {}, h('code', {}, each)))),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'button', onclick: () => copy(codes.join('\n')) }, 'Copy them'),
      h('button', { type: 'button', class: 'button primary', onclick: again }, 'I have kept them'),
    ),
  );
}

function switchedOn(again) {
  const last = code('Of your app, or a recovery code.');
  return section(
    'It is on',
    h('p', {}, 'Signing in takes a code of your authenticator app.'),
    form({
      fields: [last],
      action: 'Switch it off',
      danger: true,
      async submit() {
        await remove('/account/second-factor', { code: last.input.value });
        await again();
      },
    }),
  );
}

/** A secret that is shown once, with a button to copy it. */
export function secretLine(shown, secret = shown) {
  const button = iconButton('copy', 'Copy', async () => (await copy(secret)) && confirmOn(button, 'Copied'));
  return h('div', { class: 'secret' }, h('code', {}, shown), button);
}
