const NEAR = 80;

/** Keeps the newest text in sight while it grows, until the reader scrolls away from it. */
export class Scroller {
  #place;
  #button;
  #follows = true;
  #top = 0;

  constructor(place, button) {
    this.#place = place;
    this.#button = button;
    place.addEventListener('scroll', () => this.#look(), { passive: true });
    button.addEventListener('click', () => this.toEnd());
    // The place itself, and what is in it: messages out of sight get their true height late.
    const sizes = new ResizeObserver(() => this.grown());
    [place, ...place.children].forEach((element) => sizes.observe(element));
  }

  #look() {
    const { scrollTop, scrollHeight, clientHeight } = this.#place;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // Content that grows moves the end away; only going up is leaving it.
    this.#follows = near || (this.#follows && scrollTop >= this.#top);
    this.#top = scrollTop;
    this.#button.hidden = near;
  }

  grown() {
    if (this.#follows) {
      this.#place.scrollTop = this.#place.scrollHeight;
    } else {
      this.#look();
    }
  }

  toEnd() {
    this.#follows = true;
    this.grown();
  }

  /** Changes what stands above without moving what is in sight. */
  keeping(change) {
    const before = this.#place.scrollHeight - this.#place.scrollTop;
    change();
    this.#place.scrollTop = this.#place.scrollHeight - before;
  }
}
