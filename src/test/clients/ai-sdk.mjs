// Vercel's AI SDK with its provider for whatever is compatible with OpenAI. It lists no models.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod';

const { PARLEY_URL, PARLEY_KEY, PARLEY_LIMITED_KEY } = process.env;
const connect = (apiKey) =>
  createOpenAICompatible({ name: 'parley', baseURL: PARLEY_URL, apiKey, includeUsage: true });
const question = (model, key = PARLEY_KEY) => ({
  model: connect(key)(model),
  prompt: 'How is Oslo?',
  maxRetries: 0,
});
const tools = {
  weather: tool({
    inputSchema: z.object({ city: z.string() }),
    execute: async ({ city }) => `raining in ${city}`,
  }),
};

test('asks', async () => {
  const answer = await generateText(question('say-3-0'));
  assert.equal(answer.text, 'w0 w1 w2 ');
  assert.equal(answer.usage.outputTokens, 3);
});

test('streams', async () => {
  const answer = streamText(question('say-3-5'));
  const pieces = [];
  for await (const piece of answer.textStream) pieces.push(piece);
  assert.deepEqual(pieces, ['w0 ', 'w1 ', 'w2 ']);
  assert.equal((await answer.usage).outputTokens, 3);
});

test('uses a tool', async () => {
  const asked = { ...question('tools'), tools, stopWhen: stepCountIs(3) };
  assert.equal((await generateText(asked)).text, 'It is raining in Oslo.');
  assert.equal(await streamText(asked).text, 'It is raining in Oslo.');
});

test('is refused', async () => {
  await assert.rejects(generateText(question('say-3-0', 'par_nobody')), (error) => {
    assert.ok(APICallError.isInstance(error));
    assert.equal(error.statusCode, 401);
    return true;
  });
});

test('hears that a stream broke off', async () => {
  const errors = [];
  const answer = streamText({ ...question('eof-3'), onError: ({ error }) => errors.push(error) });
  await answer.consumeStream();
  assert.equal(errors.length, 1);
  assert.match(JSON.stringify(errors[0]?.message ?? errors[0]), /broke off/);
});

test('is limited', async () => {
  const exhaust = async () => {
    for (;;) await generateText(question('say-1-0', PARLEY_LIMITED_KEY));
  };
  await assert.rejects(exhaust(), { statusCode: 429 });
});

test('retries', async () => {
  const answer = await generateText({ ...question('flaky-2-500'), maxRetries: 2 });
  assert.equal(answer.text, 'w0 w1 w2 ');
});
