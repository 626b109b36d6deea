import { get, put, remove } from '../net/api.js';
import { field } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { day } from '../ui/words.js';
import { form } from './form.js';

export async function modelKey({ again }) {
  const key = await get('/account/api-key').catch((error) => {
    if (error.status === 404) {
      return null;
    }
    throw error;
  });
  const input = field('Key', { name: 'api_key', type: 'password', autocomplete: 'off', required: true, placeholder: 'sk-…' });
  return h(
    'div',
    {},
    h('p', {}, 'With a key of your own for the model service, your questions are charged to it. It is stored encrypted and never shown again.'),
    key ? h('p', {}, 'A key that ends in ', h('code', {}, key.last_four), `, since ${day(key.created_at)}, is used.`) : null,
    form({
      fields: [input],
      action: key ? 'Replace it' : 'Store it',
      async submit() {
        await put('/account/api-key', { api_key: input.input.value.trim() });
        await again();
      },
    }),
    key
      ? form({
          fields: [],
          action: 'Delete the key',
          danger: true,
          async submit() {
            await remove('/account/api-key');
            await again();
          },
        })
      : null,
  );
}
