const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const named = (names, text) => names.find(([pattern]) => pattern.test(text))?.[1];

/** What people call a client that names itself like that (`User-Agent`). */
export function device(agent) {
  if (!agent) {
    return 'Unknown device';
  }
  const browser = named(BROWSERS, agent);
  return browser ? `${browser} on ${named(SYSTEMS, agent) ?? 'an unknown system'}` : agent;
}
