import { Problem } from './problem.js';

/** Asks for the next access token this many milliseconds before the last one ends. */
const EARLY_MS = 60_000;

/**
 * Who is signed in. The access token is in memory alone; the refresh token is in a cookie that no script can read, so
 * a page that is opened asks whether the browser has one.
 */
class Session extends EventTarget {
  #token = null;
  #endsAt = 0;
  #refreshing = null;
  #others = new BroadcastChannel('parley-session');

  account = null;

  constructor() {
    super();
    this.#others.addEventListener('message', () => location.reload());
  }

  get isSignedIn() {
    return this.#token !== null;
  }

  /** Finds out whether somebody is signed in. */
  async start() {
    if (await this.#refresh()) {
      await this.load();
    }
  }

  /** Throws a Problem `second_factor_required` where a code is wanted besides. */
  async signIn(email, password, code) {
    const response = await post('/auth/page/login', { email, password, ...(code ? { code } : {}) });
    if (!response.ok) {
      throw await Problem.of(response);
    }
    await this.#take(response);
    await this.load();
    this.#others.postMessage('signed in');
  }

  async signOut() {
    await post('/auth/page/logout').catch(() => {});
    this.#others.postMessage('signed out');
    this.#end();
  }

  /** The account as it is now. */
  async load() {
    const response = await fetch('/account', { headers: await this.headers() });
    if (!response.ok) {
      throw await Problem.of(response);
    }
    this.account = await response.json();
  }

  /** What a request has to show. */
  async headers() {
    if (this.#token !== null && Date.now() > this.#endsAt - EARLY_MS) {
      await this.#refresh();
    }
    return this.#token === null ? {} : { Authorization: `Bearer ${this.#token}` };
  }

  /** Gets another token after one was refused; says whether there is one. */
  async renew() {
    const renewed = await this.#refresh();
    if (!renewed) {
      this.#end();
    }
    return renewed;
  }

  /** One at a time, in this window and among all windows. */
  #refresh() {
    this.#refreshing ??= this.#refreshAlone().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #refreshAlone() {
    const response = await alone('parley-refresh', () => post('/auth/page/refresh'));
    if (response.status === 204) {
      return false;
    }
    if (!response.ok) {
      throw await Problem.of(response);
    }
    await this.#take(response);
    return true;
  }

  async #take(response) {
    const { access_token: token, expires_in: seconds } = await response.json();
    this.#token = token;
    this.#endsAt = Date.now() + seconds * 1000;
  }

  #end() {
    this.#token = null;
    this.account = null;
    this.dispatchEvent(new Event('ended'));
  }
}

/** Locks are there where the page came over HTTPS or from this machine. */
export function alone(name, action) {
  return navigator.locks ? navigator.locks.request(name, action) : action();
}

function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
}

export const session = new Session();
