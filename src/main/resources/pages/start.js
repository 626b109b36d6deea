for (const place of document.querySelectorAll('[data-origin]')) {
  place.textContent = location.origin;
}

for (const block of document.querySelectorAll('pre')) {
  block.append(copyButton(block.querySelector('code')));
}

function copyButton(code) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    button.textContent = (await copy(code)) ? 'Copied' : 'Selected';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  return button;
}

// Only a page that came over HTTPS or from this machine may write to the clipboard: elsewhere the text is selected.
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return false;
  }
}
