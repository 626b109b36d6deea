import { EVENTS } from '../net/answer.js';
import { newKey, pages, post, request } from '../net/api.js';

const HERE = '/session/page';
const GONE = new Set(['session_expired', 'not_found']);

/**
 * Where a guest asks, who has one conversation. The session's secret is in a cookie that no script can read, and gone
 * when the browser is closed.
 */
class Guest {
  answers = `${HERE}/messages`;
  can = { edit: false, regenerate: false, rate: false, stop: true };
  /** Whether the browser holds a session, as far as is known. */
  #isHeld = false;
  #isAnew = false;

  async open() {
    return { id: null, title: null };
  }

  begin = this.open;

  async *messages(id, signal) {
    if (this.#isAnew) {
      return;
    }
    for await (const page of pages(`${this.answers}?limit=100`, { signal })) {
      this.#isHeld ||= page.length > 0;
      yield page;
    }
  }

  asking(conversation, content, parent, signal) {
    const headers = { ...EVENTS, 'Idempotency-Key': newKey() };
    const ask = () => request('POST', `${HERE}/chat`, { body: { content }, headers, signal });
    return async () => {
      if (!this.#isHeld) {
        await this.#arrive();
      }
      try {
        return await ask();
      } catch (error) {
        if (!GONE.has(error.code)) {
          throw error;
        }
        await this.#arrive();
        return ask();
      }
    };
  }

  async #arrive() {
    await post(HERE);
    this.#isHeld = true;
  }

  stop = (messageId) => post(`${this.answers}/${messageId}/stop`);

  /** Gives what was said to the account that is signed in now: the id of the conversation, if there is any. */
  async claim() {
    const claimed = this.#isHeld ? await post(`${HERE}/claim`) : null;
    this.forget();
    return claimed?.conversation_id ?? null;
  }

  /** Begins anew: what was said is left alone. */
  forget() {
    this.#isHeld = false;
    this.#isAnew = true;
  }
}

export const guest = new Guest();
