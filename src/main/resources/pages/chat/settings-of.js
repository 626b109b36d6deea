import { get, patch } from '../net/api.js';
import { reason } from '../net/problem.js';
import { field } from '../ui/controls.js';
import { openDialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';

let models = null;

/** The models that may be asked; none where the server does not say. */
async function known() {
  models ??= get('/v1/models')
    .then(({ data }) => data.map(({ id }) => id))
    .catch(() => []);
  return models;
}

/** The model and the developer message of a conversation, or of the one that is to begin. */
export async function openSettings(conversation, fallback, done) {
  const now = conversation ?? fallback;
  const list = h(
    'datalist',
    { id: 'models' },
    (await known()).map((id) => h('option', { value: id })),
  );
  const model = field('Model', { name: 'model', value: now.model ?? '', placeholder: 'The usual one' });
  model.input.setAttribute('list', list.id);
  const area = h('textarea', { id: 'instructions', rows: 6, value: now.developer_message ?? '' });
  const wrong = h('p', { class: 'wrong', role: 'alert' });
  const form = h(
    'form',
    {
      class: 'form',
      async onsubmit(event) {
        event.preventDefault();
        const change = {
          ...(model.input.value.trim() ? { model: model.input.value.trim() } : {}),
          developer_message: area.value.trim() || null,
        };
        try {
          done(conversation ? await patch(`/conversations/${conversation.id}`, change) : change);
          dialog.close();
        } catch (error) {
          wrong.textContent = reason(error);
        }
      },
    },
    model,
    list,
    h(
      'div',
      { class: 'field' },
      h('label', { for: area.id }, 'Instructions'),
      area,
      h('p', { class: 'field-note' }, 'The model is given them with every question, such as: “Answer in two sentences.”'),
    ),
    wrong,
    h('button', { class: 'button primary' }, 'Save'),
  );
  const dialog = openDialog('This conversation', form);
}
