import { get, request } from './api.js';
import { events, pause } from './events.js';
import { Problem } from './problem.js';

const EVENTS = { Accept: 'text/event-stream' };
const ENDS = new Set(['message.completed', 'message.stopped', 'message.failed']);

/**
 * Reads an answer to its end. An answer is a growing text and this is an offset into it: whenever the connection is
 * lost, the rest is asked for from there.
 */
export class AnswerReader {
  #heard;
  #signal;
  #offset;
  #id;
  #answers;

  /**
   * @param heard what to call: `started(data)`, `text(piece)`, `waiting(isWaiting)`, `ended(message, failure)`
   * @param answers the path of the calls that read answers
   * @param id of the answer, where it is known
   * @param offset how many UTF-16 units of it are there already
   */
  constructor(heard, signal, answers, id = null, offset = 0) {
    this.#heard = heard;
    this.#signal = signal;
    this.#answers = answers;
    this.#id = id;
    this.#offset = offset;
  }

  /** @param ask sends the question; sent again with the same key while nobody knows whether it arrived */
  async read(ask) {
    for (let attempt = 0; !this.#signal.aborted; attempt++) {
      try {
        const response = this.#id === null ? await ask() : await this.#again();
        this.#heard.waiting(false);
        if (response.status === 204) {
          this.#heard.ended(await get(`${this.#answers}/${this.#id}`), null);
          return;
        }
        for await (const event of events(response)) {
          attempt = 0;
          if (this.#hear(event)) {
            return;
          }
        }
      } catch (error) {
        if (this.#signal.aborted) {
          return;
        }
        if (error instanceof Problem && !(this.#id !== null && error.status >= 500)) {
          throw error;
        }
      }
      this.#heard.waiting(true);
      await pause(attempt, this.#signal);
    }
  }

  #again() {
    const path = `${this.#answers}/${this.#id}/stream?after=${this.#offset}`;
    return request('GET', path, { headers: EVENTS, signal: this.#signal });
  }

  /** Says whether that was the end. */
  #hear({ id, name, data }) {
    if (name === 'message.started') {
      if (this.#id === null) {
        this.#id = data.message.id;
        this.#heard.started(data);
      }
    } else if (name === 'message.delta') {
      const known = Math.max(0, this.#offset - (id - data.text.length));
      if (known < data.text.length) {
        this.#heard.text(data.text.slice(known));
        this.#offset = id;
      }
    } else if (ENDS.has(name)) {
      if (data.code === 'session_ended') {
        return false;
      }
      this.#heard.ended(data.message ?? null, name === 'message.failed' ? data : null);
      return true;
    }
    return false;
  }
}

export { EVENTS };
