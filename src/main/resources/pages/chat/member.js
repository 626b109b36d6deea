import { EVENTS } from '../net/answer.js';
import { get, newKey, pages, post, put, remove, request } from '../net/api.js';

/**
 * Where a member asks, whose conversations are kept and branch. A key goes with each question, so that one sent again
 * over a bad connection is meant once.
 */
export const member = {
  answers: '/messages',

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
