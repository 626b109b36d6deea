const dark = matchMedia('(prefers-color-scheme: dark)');

const day = {
  colors: { primary: { main: '#1f6653' } },
  typography: { code: { color: '#1d2a26', backgroundColor: '#f1f4f0' } },
};

const night = {
  colors: {
    primary: { main: '#7fd1b9' },
    success: { main: '#6cc98a' },
    error: { main: '#ff8a80' },
    gray: { 50: '#1c2421', 100: '#1c2421' },
    border: { dark: '#4a5852', light: '#34403b' },
    text: { primary: '#e4ebe7', secondary: '#a3b2ac' },
    responses: {
      success: { color: '#6cc98a', backgroundColor: '#16281f' },
      error: { color: '#ff8a80', backgroundColor: '#2c1c1b' },
      redirect: { color: '#f0b86c', backgroundColor: '#2b2417' },
      info: { color: '#8ab8ee', backgroundColor: '#192532' },
    },
  },
  schema: {
    nestedBackground: '#171e1b',
    linesColor: '#4a5852',
    typeNameColor: '#a3b2ac',
    typeTitleColor: '#a3b2ac',
    requireLabelColor: '#ff8a80',
  },
  sidebar: { backgroundColor: '#171e1b', textColor: '#e4ebe7' },
  rightPanel: { backgroundColor: '#1c2421' },
  codeBlock: { backgroundColor: '#0d1210' },
  typography: { code: { color: '#e4ebe7', backgroundColor: '#26302c' } },
};

const theme = dark.matches ? night : day;
Object.assign(theme.typography, {
  fontSize: '15px',
  fontFamily: 'system-ui, sans-serif',
  headings: { fontFamily: 'system-ui, sans-serif', fontWeight: '600' },
});
theme.typography.code.fontFamily = 'ui-monospace, monospace';

Redoc.init('/openapi.json', { theme, nativeScrollbars: true }, document.getElementById('redoc'));
dark.addEventListener('change', () => location.reload());
