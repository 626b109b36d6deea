// Runs before anything is drawn, so that nobody sees the other colours first, or a beginning in the place of what was
// asked for.
(() => {
  const KEY = 'parley.theme';
  const show = (theme) => {
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };
  const read = () => {
    try {
      return localStorage.getItem(KEY) ?? 'system';
    } catch {
      return 'system';
    }
  };
  show(read());
  document.documentElement.toggleAttribute('data-opening', location.hash.startsWith('#conv_'));
  window.parleyTheme = {
    get: read,
    set(theme) {
      show(theme);
      try {
        localStorage.setItem(KEY, theme);
      } catch {
        // It holds until the page is left.
      }
    },
  };
})();
