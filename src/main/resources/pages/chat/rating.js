import { reason } from '../net/problem.js';
import { openDialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { toast } from '../ui/toast.js';

/** Keeps what somebody thinks of an answer, and asks why. */
export async function rate(thread, { message, rating }) {
  try {
    await thread.rated(message, rating);
  } catch (error) {
    toast(reason(error));
    return;
  }
  const area = h('textarea', { rows: 4, id: 'comment', autofocus: true });
  const form = h(
    'form',
    {
      class: 'form',
      async onsubmit(event) {
        event.preventDefault();
        try {
          if (area.value.trim()) {
            await thread.rated(message, rating, area.value.trim());
          }
          dialog.close();
        } catch (error) {
          toast(reason(error));
        }
      },
    },
    h(
      'div',
      { class: 'field' },
      h('label', { for: area.id }, rating === 'up' ? 'What was good about it?' : 'What was wrong with it?'),
      area,
      h('p', { class: 'field-note' }, 'Those who run this server read it, with the answer.'),
    ),
    h('button', { class: 'button primary' }, 'Send'),
  );
  const dialog = openDialog('Thank you', form);
}
