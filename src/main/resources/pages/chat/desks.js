import { EVENTS } from '../net/answer.js';
import { get, newKey, pages, post, put, remove, request } from '../net/api.js';

/**
 * Where questions are asked: as a member, whose conversations are kept and branch, or as a guest, who has one. A key
 * goes with each question, so that one sent again over a bad connection is meant once.
 */
export const member = {
  can: { edit: true, regenerate: true, rate: true, stop: true },

  open: (id) => get(`/conversations/${id}`),

  begin: (settings) => post('/conversations', settings, { headers: { 'Idempotency-Key': newKey() } }),

  messages: (id, signal) => pages(`/conversations/${id}/messages?branch=all&limit=100`, { signal }),

  asking(conversation, content, parent, signal) {
    const headers = { ...EVENTS, 'Idempotency-Key': newKey() };
    const body = { content, stream: true, ...(parent === undefined ? {} : { parent_id: parent }) };
    return () => request('POST', `/conversations/${conversation.id}/messages`, { body, headers, signal });
  },

  askingAgain(messageId, signal) {
    const headers = { ...EVENTS, 'Idempotency-Key': newKey() };
    return () => request('POST', `/messages/${messageId}/regenerate`, { body: { stream: true }, headers, signal });
  },

  stop: (messageId) => post(`/messages/${messageId}/stop`),

  rate: (messageId, rating, comment) =>
    put(`/messages/${messageId}/feedback`, { rating, ...(comment ? { comment } : {}) }),

  delete: (id) => remove(`/conversations/${id}`),
};

/** The session's id is a secret: it is kept in memory, and gone when the page is left. */
class Guest {
  can = { edit: false, regenerate: false, rate: false, stop: false };
  #session = null;
  #talks = false;

  async begin() {
    return { id: null, title: null };
  }

  asking(conversation, content, parent, signal) {
    const headers = { ...EVENTS, 'Idempotency-Key': newKey() };
    const ask = async () => {
      this.#session ??= await post('/session/initialize_session');
      const body = { session_id: this.#session.session_id, role: 'user', content };
      try {
        const response = await request('POST', '/chat', { body, headers, signal });
        this.#talks = true;
        return response;
      } catch (error) {
        if (error.code !== 'session_expired') {
          throw error;
        }
        this.#session = null;
        return ask();
      }
    };
    // There is no other way to read a guest's answer again.
    ask.replays = true;
    return ask;
  }

  /** Gives what was said to the account that is signed in now; says whether there was anything. */
  async claim() {
    if (!this.#talks) {
      return false;
    }
    const { session_id } = this.#session;
    this.#session = null;
    this.#talks = false;
    await post('/session/claim', { session_id });
    return true;
  }

  forget() {
    this.#session = null;
    this.#talks = false;
  }
}

export const guest = new Guest();
