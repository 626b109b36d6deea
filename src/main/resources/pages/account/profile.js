import { patch, post } from '../net/api.js';
import { session } from '../net/session.js';
import { field } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { day } from '../ui/words.js';
import { form, section } from './form.js';

export async function profile({ changed }) {
  await session.load();
  const { account } = session;
  const name = field('Name', { name: 'name', value: account.name ?? '', autocomplete: 'name', maxLength: 100 });
  const now = field('Password', { name: 'current_password', type: 'password', autocomplete: 'current-password', required: true });
  const next = field(
    'New password',
    { name: 'new_password', type: 'password', autocomplete: 'new-password', required: true },
    'At least 8 characters: a few words are good.',
  );
  return h(
    'div',
    {},
    h('p', { class: 'lead' }, account.email, h('small', {}, ` since ${day(account.created_at)}`)),
    form({
      fields: [name],
      action: 'Save',
      done: 'Saved.',
      async submit() {
        session.account = await patch('/account', { name: name.input.value.trim() || null });
        changed();
      },
    }),
    section(
      'Another password',
      form({
        fields: [now, next],
        action: 'Change the password',
        done: 'Changed. You are signed out everywhere else.',
        async submit() {
          await post('/account/password', { current_password: now.input.value, new_password: next.input.value });
          now.input.value = '';
          next.input.value = '';
        },
      }),
    ),
  );
}
