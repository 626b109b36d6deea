import { find } from '../ui/dom.js';
import { wait } from '../ui/words.js';
import { Problem, reason } from '../net/problem.js';

const TALLEST = 0.4;

/** Where a question is written. What is written and not asked yet outlasts a reload. */
export class Composer extends EventTarget {
  #form = find('#composer');
  #area = find('#question');
  #send = find('#send');
  #stop = find('#stop');
  #note = find('#composer-note');
  #key = 'new';
  #timer = null;

  constructor() {
    super();
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#area.addEventListener('keydown', (event) => this.#typed(event));
    this.#area.addEventListener('input', () => this.#changed());
    this.#stop.addEventListener('click', () => this.dispatchEvent(new Event('stop')));
  }

  /** Which conversation the text belongs to. */
  belongsTo(id) {
    this.#key = `draft.${id ?? 'new'}`;
    this.#area.value = sessionStorage.getItem(this.#key) ?? '';
    this.complain(null);
    this.#fit();
  }

  focus() {
    this.#area.focus();
  }

  fill(text) {
    this.#area.value = text;
    this.#changed();
    this.focus();
  }

  writing(isWriting, canStop) {
    this.#send.hidden = isWriting && canStop;
    this.#stop.hidden = !isWriting || !canStop;
    this.#send.disabled = isWriting || this.#area.value.trim() === '';
    this.#form.classList.toggle('busy', isWriting);
  }

  /** Says why a question was not taken, and counts down where it is a matter of waiting. */
  complain(error) {
    clearInterval(this.#timer);
    this.#note.hidden = error === null;
    if (error === null) {
      return;
    }
    const text = reason(error);
    let seconds = error instanceof Problem ? error.retryAfter : null;
    const show = () => {
      this.#note.textContent = seconds ? `${text} Try again in ${wait(seconds)}.` : text;
    };
    show();
    if (seconds !== null) {
      this.#timer = setInterval(() => {
        seconds--;
        show();
        if (seconds <= 0) {
          this.complain(null);
        }
      }, 1000);
    }
  }

  #typed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' && this.#area.value === '') {
      this.dispatchEvent(new Event('edit-last'));
    }
  }

  #submit() {
    const text = this.#area.value;
    if (text.trim() !== '' && !this.#send.disabled) {
      this.#area.value = '';
      this.#changed();
      this.complain(null);
      this.dispatchEvent(new CustomEvent('ask', { detail: text }));
    }
  }

  #changed() {
    this.#send.disabled = this.#area.value.trim() === '' || this.#form.classList.contains('busy');
    if (this.#area.value) {
      sessionStorage.setItem(this.#key, this.#area.value);
    } else {
      sessionStorage.removeItem(this.#key);
    }
    this.#fit();
  }

  #fit() {
    this.#area.style.height = 'auto';
    this.#area.style.height = `${Math.min(this.#area.scrollHeight, innerHeight * TALLEST)}px`;
  }
}
