/** A refusal of the server, as it says it (RFC 9457). */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail ?? 'The server could not do that.');
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
  }

  static async of(response) {
    const body = await response.json().catch(() => ({}));
    const wait = Number(response.headers.get('Retry-After'));
    return new Problem(response.status, body, Number.isFinite(wait) && wait > 0 ? wait : null);
  }

  /** What is wrong, for people. */
  get words() {
    const wrong = this.errors.map(({ field, message }) => `${name(field)} ${message}.`);
    return wrong.length > 0 ? wrong.join(' ') : this.message;
  }
}

function name(field) {
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What to say of anything that was thrown. */
export function reason(error) {
  if (error instanceof Problem) {
    return error.words;
  }
  console.warn(error);
  return 'The server cannot be reached. Check the connection.';
}
