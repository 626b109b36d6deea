import { h } from '../ui/dom.js';

/** Whether a function gave it, and nobody wrote it. */
export const isOutput = (message) => typeof message.call_id === 'string';

/** The functions that an answer wants to have called, each with what it is called with. */
export function calls(message) {
  return (message.function_calls ?? []).map((call) => exchange(`Calls ${call.name}`, readable(call.arguments)));
}

/**
 * What a function gave, as the program that called it told the model.
 *
 * @param call what it was called with, where that is known
 */
export function output(message, call) {
  return exchange(`Output of ${call?.name ?? 'a function'}`, readable(message.content));
}

function exchange(label, text) {
  const shown = text === '' ? h('p', {}, 'Nothing') : h('pre', { tabIndex: 0 }, text);
  return h('section', { class: 'exchange', 'aria-label': label }, h('h3', {}, label), shown);
}

/** JSON on lines of its own; whatever is none stays as it is. */
function readable(text) {
  try {
    const value = JSON.parse(text);
    return value instanceof Object ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}
