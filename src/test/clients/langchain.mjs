// LangChain's chat model for OpenAI, and the client that it brings.
import assert from 'node:assert/strict';
import test from 'node:test';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAI, OpenAIClient } from '@langchain/openai';

const { PARLEY_URL, PARLEY_KEY, PARLEY_LIMITED_KEY } = process.env;
const connect = (model, apiKey = PARLEY_KEY, maxRetries = 0) =>
  new ChatOpenAI({ model, apiKey, maxRetries, configuration: { baseURL: PARLEY_URL } });
const weather = {
  type: 'function',
  function: {
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } } },
  },
};

test('lists models', async () => {
  const client = new OpenAIClient({ baseURL: PARLEY_URL, apiKey: PARLEY_KEY });
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.deepEqual(ids, ['say-3-0']);
});

test('asks', async () => {
  const answer = await connect('say-3-0').invoke('Hello');
  assert.equal(answer.content, 'w0 w1 w2 ');
  assert.equal(answer.usage_metadata.output_tokens, 3);
});

test('streams', async () => {
  const pieces = [];
  for await (const chunk of await connect('say-3-5').stream('Hello')) {
    if (chunk.content) pieces.push(chunk.content);
  }
  assert.deepEqual(pieces, ['w0 ', 'w1 ', 'w2 ']);
});

test('uses a tool', async () => {
  const model = connect('tools').bindTools([weather]);
  const question = new HumanMessage('How is Oslo?');
  const call = await model.invoke([question]);
  assert.deepEqual(call.tool_calls[0].args, { city: 'Oslo' });
  const result = new ToolMessage({ content: 'raining', tool_call_id: call.tool_calls[0].id });
  assert.equal((await model.invoke([question, call, result])).content, 'It is raining.');
});

test('uses a tool by way of responses', async () => {
  const model = new ChatOpenAI({
    model: 'tools',
    apiKey: PARLEY_KEY,
    maxRetries: 0,
    useResponsesApi: true,
    configuration: { baseURL: PARLEY_URL },
  }).bindTools([weather]);
  const question = new HumanMessage('How is Oslo?');
  let call;
  for await (const chunk of await model.stream([question])) call = call?.concat(chunk) ?? chunk;
  assert.deepEqual(call.tool_calls[0].args, { city: 'Oslo' });
  const result = new ToolMessage({ content: 'raining', tool_call_id: call.tool_calls[0].id });
  assert.equal((await model.invoke([question, call, result])).text, 'It is raining.');
});

test('is refused', async () => {
  await assert.rejects(connect('say-3-0', 'par_nobody').invoke('Hello'), { status: 401 });
});

test('hears that a stream broke off', async () => {
  const read = async () => {
    for await (const _ of await connect('eof-3').stream('Hello'));
  };
  await assert.rejects(read(), /broke off/);
});

test('is limited', async () => {
  const exhaust = async () => {
    for (;;) await connect('say-1-0', PARLEY_LIMITED_KEY).invoke('Hello');
  };
  await assert.rejects(exhaust(), { status: 429 });
});

test('retries', async () => {
  assert.equal((await connect('flaky-2-500', PARLEY_KEY, 2).invoke('Hello')).content, 'w0 w1 w2 ');
});
