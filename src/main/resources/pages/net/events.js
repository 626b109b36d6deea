/** The server says something at least every 15 seconds: whoever hears nothing for so long has lost it. */
const SILENCE_MS = 45_000;

/** Reads a stream of server-sent events: each as `{ id, name, data }`, comments left out. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (done) {
        return;
      }
      rest += value;
      const frames = rest.split('\n\n');
      rest = frames.pop();
      for (const frame of frames) {
        const event = parse(frame);
        if (event.name) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(frame) {
  const event = { id: null, name: null, data: null };
  for (const line of frame.split('\n')) {
    if (line.startsWith('id: ')) {
      event.id = Number(line.slice(4));
    } else if (line.startsWith('event: ')) {
      event.name = line.slice(7);
    } else if (line.startsWith('data: ')) {
      event.data = JSON.parse(line.slice(6));
    }
  }
  return event;
}

async function inTime(reading) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TypeError('silence')), SILENCE_MS);
  });
  try {
    return await Promise.race([reading, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits longer each time, and not at all once the network is back. */
export function pause(attempt, signal) {
  const most = Math.min(500 * 2 ** attempt, 15_000);
  return new Promise((resolve) => {
    const timer = setTimeout(done, most / 2 + (Math.random() * most) / 2);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });
}
