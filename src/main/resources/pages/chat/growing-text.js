import { colour } from './code.js';
import { blocks, elements } from './markdown.js';

/** Drawing takes at most this share of the time, however long a block has become. */
const REST_FACTOR = 3;

/**
 * A text that grows, shown as Markdown. It is drawn at most once a frame, and then only the block at its end: what
 * stands before is closed and never touched again.
 */
export class GrowingText {
  #place;
  #text = '';
  #closed = 0;
  #open = [];
  #openCode = null;
  #planned = false;
  #ended = false;
  #drawn;

  /** @param drawn is called after each drawing */
  constructor(place, drawn = () => {}) {
    this.#place = place;
    this.#drawn = drawn;
  }

  get text() {
    return this.#text;
  }

  append(piece) {
    this.#text += piece.replaceAll('\r', '');
    this.#plan(0);
  }

  /** No more comes; the whole text where it is known. */
  end(text = this.#text) {
    const whole = text.replaceAll('\r', '');
    this.#ended = true;
    // A reference may be defined after it was used, so then all of it is read once more.
    if (whole !== this.#text || /^ {0,3}\[[^\]]+\]:/m.test(whole)) {
      this.#text = whole;
      this.#closed = 0;
      this.#openCode = null;
      this.#place.replaceChildren();
      this.#open = [];
    }
    this.#draw();
  }

  #plan(rest) {
    if (!this.#planned && !this.#ended) {
      this.#planned = true;
      setTimeout(() => requestAnimationFrame(() => this.#drawInTime()), rest);
    }
  }

  #drawInTime() {
    const begun = performance.now();
    const length = this.#text.length;
    this.#draw();
    const rest = (performance.now() - begun) * REST_FACTOR;
    setTimeout(
      () => {
        this.#planned = false;
        if (this.#text.length > length) {
          this.#plan(0);
        }
      },
      rest < 8 ? 0 : rest,
    );
  }

  #draw() {
    const tokens = blocks(this.#text.slice(this.#closed));
    const last = tokens.findLastIndex((token) => token.type !== 'space');
    const closing = this.#ended ? tokens : tokens.slice(0, Math.max(0, last));
    if (closing.length > 0) {
      this.#close(closing);
    }
    if (!this.#ended && last >= 0) {
      this.#drawOpen(tokens.slice(last), tokens[last]);
    }
    this.#drawn();
  }

  #close(tokens) {
    this.#clearOpen();
    const fragment = elements(tokens);
    const added = [...fragment.children];
    this.#place.append(fragment);
    this.#closed += tokens.reduce((sum, token) => sum + token.raw.length, 0);
    added.forEach(colour);
  }

  /** Code may be long before it is closed: it grows by what is new. */
  #drawOpen(tokens, token) {
    const code = this.#openCode;
    if (code && token.type === 'code' && token.lang === code.lang && token.text.startsWith(code.text)) {
      code.node.appendData(token.text.slice(code.text.length));
      code.text = token.text;
      return;
    }
    this.#clearOpen();
    const fragment = elements(tokens);
    const node = token.type === 'code' ? fragment.querySelector('code')?.firstChild : null;
    this.#open = [...fragment.childNodes];
    this.#place.append(fragment);
    this.#openCode = node ? { node, lang: token.lang, text: token.text } : null;
  }

  #clearOpen() {
    this.#open.forEach((node) => node.remove());
    this.#open = [];
    this.#openCode = null;
  }
}
