import { session } from '../net/session.js';
import { h } from '../ui/dom.js';

const EVERY_MS = 5_000;

/** The parts of the server, looked at again and again while they are shown. */
export async function health() {
  const place = h('div', { 'aria-live': 'polite' });
  const look = async () => {
    // What is not ready is said with 503, and is an answer all the same.
    const response = await fetch('/health/ready', { headers: await session.headers() }).catch(() => null);
    const { status, parts } = response ? await response.json() : { status: 'unreachable', parts: {} };
    place.replaceChildren(
      h('p', { class: `verdict ${status === 'ok' ? 'good' : 'bad'}` }, status === 'ok' ? 'All is well.' : `The server is ${status}.`),
      h('ul', { class: 'parts' }, Object.entries(parts ?? {}).map(([name, state]) => part(name, state))),
    );
  };
  await look();
  const timer = setInterval(() => (place.isConnected ? look() : clearInterval(timer)), EVERY_MS);
  return place;
}

const part = (name, state) =>
  h('li', {}, h('span', {}, name.replaceAll('_', ' ')), h('span', { class: `badge ${state === 'ok' ? 'good' : 'bad'}` }, state));
