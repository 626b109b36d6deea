/** The lines of JSON in a response, each as soon as it is there. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const whole = (rest + piece.value).split('\n');
      rest = whole.pop();
      yield* whole.map((line) => JSON.parse(line));
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
