import { request } from '../net/api.js';
import { events, pause } from '../net/events.js';
import { alone, session } from '../net/session.js';

/**
 * What happens to the account's conversations, on whatever device. Of all windows of a browser one listens and tells
 * the others, because a browser has few connections to a server.
 */
export class Feed extends EventTarget {
  #windows = null;
  #stop = null;

  start() {
    this.stop();
    const name = `parley-feed-${session.account.id}`;
    this.#windows = new BroadcastChannel(name);
    this.#windows.addEventListener('message', ({ data }) => this.#tell(data));
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    alone(name, () => this.#listen(signal)).catch(() => {});
  }

  stop() {
    this.#stop?.abort();
    this.#windows?.close();
    this.#stop = null;
    this.#windows = null;
  }

  async #listen(signal) {
    for (let attempt = 0; !signal.aborted && session.isSignedIn; attempt++) {
      try {
        const response = await request('GET', '/events', { headers: { Accept: 'text/event-stream' }, signal });
        for await (const { name, data } of events(response)) {
          attempt = 0;
          this.#tell({ name, data });
          this.#windows?.postMessage({ name, data });
          if (name === 'closed') {
            await session.renew();
          }
        }
      } catch {
        // The network, or the session: which of the two, the next attempt tells.
      }
      if (!signal.aborted) {
        await pause(attempt, signal);
      }
    }
  }

  #tell({ name, data }) {
    this.dispatchEvent(new CustomEvent('happened', { detail: { name, data } }));
  }
}
