import { post } from '../net/api.js';
import { session } from '../net/session.js';
import { field } from '../ui/controls.js';
import { openDialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { form } from './form.js';

/** Signing in, making an account, or asking for a new password: one dialog, three forms. */
export function signIn({ mode = 'sign in', done }) {
  const place = h('div', {});
  const dialog = openDialog('Welcome', place);
  const show = (name, email = '') => {
    const { title, element } = FORMS[name](email, { show, done: () => dialog.close() || done() });
    dialog.querySelector('h2').textContent = title;
    place.replaceChildren(element);
    element.querySelector(email ? 'input[type=password], input' : 'input')?.focus();
  };
  show(mode);
}

const emailField = (value) =>
  field('E-mail address', { name: 'email', type: 'email', autocomplete: 'username', required: true, value });

const passwordField = (autocomplete, hint) =>
  field('Password', { name: 'password', type: 'password', autocomplete, required: true }, hint);

const FORMS = {
  'sign in': (email, go) => {
    const address = emailField(email);
    const password = passwordField('current-password');
    const code = field(
      'Code',
      { name: 'code', autocomplete: 'one-time-code', inputMode: 'numeric' },
      'From your authenticator app, or one of your recovery codes.',
    );
    code.hidden = true;
    return build('Sign in', [address, password, code], 'Sign in', {
      async submit() {
        try {
          await session.signIn(address.input.value, password.input.value, code.input.value.trim());
          go.done();
        } catch (error) {
          if (error.code !== 'second_factor_required') {
            throw error;
          }
          code.hidden = false;
          code.input.required = true;
          code.input.focus();
        }
      },
      others: [
        ['Create an account', () => go.show('register', address.input.value)],
        ['Forgot the password?', () => go.show('forgot', address.input.value)],
      ],
    });
  },

  register: (email, go) => {
    const address = emailField(email);
    const password = passwordField('new-password', 'At least 8 characters: a few words are good.');
    return build('Create an account', [address, password], 'Create the account', {
      async submit(element) {
        const body = { email: address.input.value, password: password.input.value };
        const account = await post('/auth/register', body);
        if (account?.id) {
          await session.signIn(body.email, body.password);
          go.done();
        } else {
          sent(element, body.email, 'Open the link in it to confirm your address, then sign in.', go);
        }
      },
      others: [['I have an account', () => go.show('sign in', address.input.value)]],
    });
  },

  forgot: (email, go) => {
    const address = emailField(email);
    return build('Choose a new password', [address], 'Send me a link', {
      async submit(element) {
        await post('/auth/password/forgot', { email: address.input.value });
        sent(element, address.input.value, 'If there is an account, it has a link to choose a new password.', go);
      },
      others: [['Back', () => go.show('sign in', address.input.value)]],
    });
  },
};

function sent(element, email, text, go) {
  element.replaceWith(
    h(
      'div',
      { class: 'form' },
      h('p', { role: 'status' }, h('strong', {}, `A mail is on its way to ${email}. `), text),
      h('button', { type: 'button', class: 'button primary', onclick: () => go.show('sign in', email) }, 'Sign in'),
    ),
  );
}

function build(title, fields, action, { submit, others }) {
  const element = form({ fields, action, submit: () => submit(element) });
  element.append(
    h(
      'div',
      { class: 'others' },
      others.map(([label, onclick]) => h('button', { type: 'button', class: 'link', onclick }, label)),
    ),
  );
  return { title, element };
}
