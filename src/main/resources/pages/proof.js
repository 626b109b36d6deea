// The token stands behind the #, so it was sent to nobody by opening the page: the button sends it.
const token = new URLSearchParams(location.hash.slice(1)).get('token');
const form = document.querySelector('form');
const outcome = document.querySelector('[role=status]');

for (const box of document.querySelectorAll('[data-shows]')) {
  const field = document.getElementById(box.dataset.shows);
  box.addEventListener('change', () => (field.type = box.checked ? 'text' : 'password'));
}

if (token === null) {
  form.hidden = true;
  outcome.textContent = 'This link is not whole. Copy all of it from the mail.';
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  outcome.textContent = '';
  const refusal = await send({ ...Object.fromEntries(new FormData(form)), token });
  button.disabled = false;
  outcome.textContent = refusal ?? form.dataset.done;
  if (refusal === null) {
    form.hidden = true;
    document.querySelector('[data-then]').hidden = false;
    history.replaceState(null, '', location.pathname);
  }
});

async function send(fields) {
  try {
    const response = await fetch(form.dataset.call, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return response.ok ? null : reason(await response.json());
  } catch {
    return 'The server cannot be reached. Try again in a moment.';
  }
}

function reason(problem) {
  const fault = problem.errors?.[0];
  return fault ? `The ${fault.field} ${fault.message}.` : problem.detail;
}
