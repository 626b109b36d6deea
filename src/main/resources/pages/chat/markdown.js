import { Lexer, Parser, Renderer } from '../lib/marked.js';
import purify from '../lib/purify.js';
import { decorate } from './code.js';

/** What text from people and models may become. Everything else stays text. */
const ALLOWED = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div'],
  ],
  ALLOWED_ATTR: ['href', 'class', 'start', 'align'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);

class Cautious extends Renderer {
  /** Markup in a text is shown as it was written. */
  html({ text, block }) {
    return block ? `<p>${escape(text.trim())}</p>` : escape(text);
  }

  /** Pictures from elsewhere are not fetched: that would tell who reads. */
  image({ href, text }) {
    return `<a href="${escape(href)}">${escape(text || href)}</a>`;
  }

  code({ text, lang }) {
    const language = (lang ?? '').match(/^[\w+#.-]+/)?.[0] ?? '';
    return `<pre class="language-${escape(language)}"><code>${escape(text)}</code></pre>`;
  }

  /** The page has two levels of headings of its own. */
  heading({ tokens, depth }) {
    const level = Math.min(6, depth + 2);
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
  }

  table(token) {
    return `<div class="table">${super.table(token)}</div>`;
  }

  checkbox({ checked }) {
    return checked ? '☑ ' : '☐ ';
  }
}

const OPTIONS = { gfm: true, breaks: true, renderer: new Cautious() };

/** The blocks of a text. The pieces that they were read from, `raw`, make up the text again. */
export function blocks(text) {
  return new Lexer(OPTIONS).lex(text);
}

/** Blocks as elements, cleaned. */
export function elements(tokens) {
  const fragment = purify.sanitize(new Parser(OPTIONS).parse(tokens), ALLOWED);
  for (const link of fragment.querySelectorAll('a:not([href])')) {
    link.replaceWith(...link.childNodes);
  }
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow ugc';
  }
  for (const table of fragment.querySelectorAll('.table')) {
    table.tabIndex = 0;
  }
  fragment.querySelectorAll('pre').forEach(decorate);
  return fragment;
}
