import { AnswerReader } from '../net/answer.js';
import { announce } from '../ui/controls.js';
import { Pane } from './pane.js';
import { Tree } from './tree.js';

/** The conversation that is open: its messages, and the answer that is being written. */
export class Thread extends EventTarget {
  conversation = null;
  #pane;
  #desk;
  #tree = new Tree();
  #leaf = null;
  #reading = null;
  #opening = new AbortController();

  constructor(place, scroller, desk) {
    super();
    this.#pane = new Pane(place, scroller, this);
    this.#desk = desk;
  }

  get can() {
    return this.#desk.can;
  }

  get isEmpty() {
    return this.#leaf === null && this.#reading === null;
  }

  /** The id of the answer that is being written here; `true` before it has one. */
  get writing() {
    return this.#reading && (this.#reading.id ?? true);
  }

  grown = () => this.#pane.grown();

  /** The function call that a message is the output of; none where that is not here. */
  callOf(message) {
    return this.#tree
      .path(message.parent_id)
      .flatMap((earlier) => earlier.function_calls ?? [])
      .findLast((call) => call.call_id === message.call_id);
  }

  /** Leaves the conversation; what is being written goes on without a reader. */
  reset(desk = this.#desk) {
    this.#desk = desk;
    this.#opening.abort();
    this.#opening = new AbortController();
    this.#reading?.stop.abort();
    this.#reading = null;
    this.conversation = null;
    this.#tree = new Tree();
    this.#leaf = null;
    this.#pane.clear();
    this.#changed();
  }

  async open(id, desk) {
    this.reset(desk);
    const { signal } = this.#opening;
    this.#pane.busy(true);
    try {
      const conversation = await this.#desk.open(id);
      await this.#load(id, signal);
      if (!signal.aborted) {
        this.conversation = conversation;
        this.#changed();
        this.#resume();
      }
    } finally {
      this.#pane.busy(false);
    }
  }

  async #load(id, signal) {
    const tree = new Tree();
    for await (const page of this.#desk.messages(id, signal)) {
      page.forEach((message) => tree.put(message));
    }
    if (!signal.aborted) {
      this.#tree = tree;
      this.#leaf = tree.newest([...tree.all()].at(-1)?.id ?? null);
      this.#draw();
      this.#pane.toEnd();
    }
  }

  /** Asks for what has happened while nothing was heard. */
  async refresh() {
    if (this.conversation?.id && !this.#reading) {
      const { id } = this.conversation;
      const { signal } = this.#opening;
      for await (const page of this.#desk.messages(id, signal)) {
        page.forEach((message) => this.#tree.put(message));
      }
      if (!signal.aborted) {
        this.#leaf = this.#tree.newest(this.#leaf);
        this.#draw();
        this.#resume();
      }
    }
  }

  /** @param parent what the question follows; unless given, what was said last */
  async ask(content, parent = this.#leaf) {
    if (this.#reading) {
      return;
    }
    const draft = { id: 'draft', parent_id: parent, is_user: true, content, status: 'completed', created_at: new Date().toISOString() };
    const before = this.#leaf;
    const reading = this.#begin();
    this.#show([...this.#tree.path(parent), draft]);
    this.#pane.toEnd();
    try {
      this.conversation ??= await this.#begun();
      const { signal } = reading.stop;
      await this.#read(reading, this.#desk.asking(this.conversation, content, this.can.edit ? parent : undefined, signal));
    } catch (error) {
      this.#refused(reading, error, before, content);
    } finally {
      this.#pane.drop('draft');
    }
  }

  async #begun() {
    const conversation = await this.#desk.begin(this.settings ?? {});
    this.dispatchEvent(new CustomEvent('begun', { detail: conversation }));
    return conversation;
  }

  async regenerate(messageId) {
    if (this.#reading) {
      return;
    }
    const before = this.#leaf;
    const reading = this.#begin();
    this.#show(this.#tree.path(this.#tree.get(messageId).parent_id));
    try {
      await this.#read(reading, this.#desk.askingAgain(messageId, reading.stop.signal));
    } catch (error) {
      this.#refused(reading, error, before, null);
    }
  }

  /** A question that was refused was not stored: whoever wrote it gets it back. */
  #refused(reading, error, before, content) {
    if (this.#reading === reading) {
      this.#reading = null;
      this.#leaf = before;
      this.#draw();
      this.#changed();
      this.dispatchEvent(new CustomEvent('refused', { detail: { error, content: reading.id ? null : content } }));
    }
  }

  async stop() {
    const { id } = this.#reading ?? {};
    if (id && this.can.stop) {
      await this.#desk.stop(id);
    }
  }

  walk(id) {
    this.#leaf = this.#tree.newest(id);
    this.#draw();
    this.#resume();
    this.#pane.view(id)?.element.querySelector('.siblings button:not(:disabled)')?.focus();
  }

  async rate(message, rating) {
    this.dispatchEvent(new CustomEvent('rating', { detail: { message, rating } }));
  }

  async rated(message, rating, comment) {
    await this.#desk.rate(message.id, rating, comment);
    this.#tree.put({ ...message, rating });
    this.#draw();
  }

  /** What another window or device did, as the server tells it. */
  heard(name, data) {
    if (name === 'message.started') {
      this.#heardQuestion(data);
    } else if (data.message && this.#tree.has(data.message.id) && this.#reading?.id !== data.message.id) {
      this.#tree.put(data.message);
      this.#draw();
    }
  }

  #heardQuestion({ conversation_id: id, user_message: question, message }) {
    if (id !== this.conversation?.id || this.#reading || this.#tree.has(message.id)) {
      return;
    }
    if (question.parent_id !== null && !this.#tree.has(question.parent_id)) {
      // A program may say several things at once, of which only the last is told.
      this.refresh().catch(() => {});
      return;
    }
    const follows = this.#leaf === question.parent_id || this.#tree.path(this.#leaf).some((at) => at.id === question.id);
    this.#tree.put(question);
    this.#tree.put(message);
    if (follows) {
      this.#leaf = message.id;
      this.#draw();
      this.#resume();
    } else {
      this.#draw();
    }
  }

  /** Takes up the answer at the end of what is shown, where one is being written. */
  #resume() {
    const message = this.#tree.get(this.#leaf);
    if (!this.#reading && message?.status === 'in_progress') {
      const reading = this.#begin();
      reading.id = message.id;
      this.#changed();
      this.#read(reading, null, this.#pane.view(message.id).length).catch((error) => {
        this.#refused(reading, error, this.#leaf, null);
      });
    }
  }

  #begin() {
    this.#reading = { id: null, stop: new AbortController() };
    this.#changed();
    return this.#reading;
  }

  #read(reading, ask, offset = 0) {
    const view = () => this.#pane.view(reading.id);
    const heard = {
      started: (data) => this.#started(reading, data),
      text: (piece) => view()?.grow(piece),
      waiting: (isWaiting) => view()?.waiting(isWaiting),
      ended: (message, failure) => this.#ended(reading, message, failure),
    };
    return new AnswerReader(heard, reading.stop.signal, this.#desk.answers, reading.id, offset).read(ask);
  }

  #started(reading, { user_message: question, message }) {
    if (this.#reading === reading) {
      reading.id = message.id;
      this.#tree.put(question);
      this.#tree.put(message);
      this.#leaf = message.id;
      this.#pane.drop('draft');
      this.#draw();
      this.#pane.grown();
      this.#changed();
      announce('The answer is being written.');
    }
  }

  #ended(reading, message, failure) {
    if (this.#reading !== reading) {
      return;
    }
    this.#reading = null;
    const known = this.#tree.get(reading.id);
    this.#tree.put(message ?? { ...known, status: 'failed', error: failure });
    this.#draw();
    this.#changed();
    announce(message?.status === 'completed' ? 'The answer is complete.' : 'The answer has ended.');
  }

  #draw() {
    this.#show(this.#tree.path(this.#leaf));
  }

  #show(path) {
    const siblings = ({ id }) => (this.#tree.has(id) ? this.#tree.siblings(id) : [id]);
    this.#pane.show(path.map((message) => ({ message, siblings: siblings(message) })));
  }

  #changed() {
    this.dispatchEvent(new Event('changed'));
  }
}
