import { Problem } from './problem.js';
import { session } from './session.js';

/**
 * Sends a request as whoever is signed in, and gives the answer; throws a Problem where it is a refusal.
 *
 * @param raw what to send as it is, in the place of a `body` that becomes JSON
 */
export async function request(method, path, { body, raw, headers = {}, signal } = {}) {
  const send = async () =>
    fetch(path, {
      method,
      signal,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
        ...(await session.headers()),
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  let response = await send();
  if (response.status === 401 && session.isSignedIn) {
    const problem = await Problem.of(response);
    if (problem.code !== 'unauthenticated' || !(await session.renew())) {
      throw problem;
    }
    response = await send();
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return response;
}

/** The same, for calls whose answer is JSON or nothing. */
async function json(method, path, body, options) {
  const response = await request(method, path, { body, ...options });
  return response.status === 204 ? null : response.json();
}

export const get = (path, options) => json('GET', path, undefined, options);
export const post = (path, body, options) => json('POST', path, body, options);
export const put = (path, body, options) => json('PUT', path, body, options);
export const patch = (path, body, options) => json('PATCH', path, body, options);
export const remove = (path, body, options) => json('DELETE', path, body, options);

/** All pages of a list, one after the other. */
export async function* pages(path, options) {
  const joint = path.includes('?') ? '&' : '?';
  let cursor = null;
  do {
    const page = await get(path + (cursor ? `${joint}cursor=${encodeURIComponent(cursor)}` : ''), options);
    yield page.data;
    cursor = page.has_more ? page.next_cursor : null;
  } while (cursor);
}

/** Names a request, so that it can be sent again and is meant once. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
