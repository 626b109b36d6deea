import { newKey, remove, request } from '../net/api.js';
import { session } from '../net/session.js';
import { field } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { counted } from '../ui/words.js';
import { form, section } from './form.js';

export async function data({ close }) {
  return h('div', {}, section('Take it along', exporting()), section('Bring it in', importing()), section('Delete the account', deleting(close)));
}

function exporting() {
  return h(
    'div',
    {},
    h('p', {}, 'All that the account holds, as one document.'),
    form({
      fields: [],
      action: 'Export',
      done: 'It is in your downloads.',
      async submit() {
        const response = await request('GET', '/account/export');
        const address = URL.createObjectURL(await response.blob());
        h('a', { href: address, download: 'parley-export.json' }).click();
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      },
    }),
  );
}

function importing() {
  const file = field('Document', { name: 'document', type: 'file', accept: 'application/json,.json', required: true });
  const word = h('p', { role: 'status' });
  return h(
    'div',
    {},
    h('p', {}, 'The conversations of such a document, as new ones.'),
    form({
      fields: [file],
      action: 'Import',
      async submit() {
        const response = await request('POST', '/account/import', {
          raw: file.input.files[0],
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
        });
        const { imported } = await response.json();
        word.textContent = `${counted(imported.conversations, 'conversation')} with ${counted(imported.messages, 'message')} came in.`;
        dispatchEvent(new Event('imported'));
      },
    }),
    word,
  );
}

function deleting(close) {
  const password = field('Password', { name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  return h(
    'div',
    {},
    h('p', {}, 'All that belongs to it is gone for good, also for those who run this server.'),
    form({
      fields: [password],
      action: 'Delete the account',
      danger: true,
      async submit() {
        await remove('/account', { password: password.input.value });
        close();
        await session.signOut();
      },
    }),
  );
}
