// OpenAI's own library for JavaScript.
import assert from 'node:assert/strict';
import test from 'node:test';
import OpenAI from 'openai';

const { PARLEY_URL, PARLEY_KEY, PARLEY_LIMITED_KEY } = process.env;
const connect = (apiKey, maxRetries = 0) => new OpenAI({ baseURL: PARLEY_URL, apiKey, maxRetries });
const client = connect(PARLEY_KEY);
const question = (model) => ({ model, messages: [{ role: 'user', content: 'How is Oslo?' }] });
const ask = (model, by = client) => by.chat.completions.create(question(model));
const weather = {
  type: 'function',
  function: {
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } } },
  },
};

test('lists models', async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.deepEqual(ids, ['say-3-0']);
  assert.equal((await client.models.retrieve('a/b')).id, 'a/b');
});

test('asks', async () => {
  const { data, response, request_id } = await ask('say-3-0').withResponse();
  assert.equal(data.choices[0].message.content, 'w0 w1 w2 ');
  assert.equal(data.usage.completion_tokens, 3);
  assert.match(request_id, /^req_/);
  assert.ok(Number(response.headers.get('x-ratelimit-remaining-requests')) > 0);
});

test('streams, with usage', async () => {
  const stream = await client.chat.completions.create({
    ...question('say-3-5'),
    stream: true,
    stream_options: { include_usage: true },
  });
  const pieces = [];
  let usage;
  for await (const chunk of stream) {
    if (chunk.choices[0]?.delta.content) pieces.push(chunk.choices[0].delta.content);
    usage = chunk.usage ?? usage;
  }
  assert.deepEqual(pieces, ['w0 ', 'w1 ', 'w2 ']);
  assert.equal(usage.completion_tokens, 3);
});

test('runs a tool', async () => {
  const runner = client.chat.completions.runTools({
    ...question('tools'),
    stream: true,
    tools: [
      {
        type: 'function',
        function: {
          ...weather.function,
          parse: JSON.parse,
          function: ({ city }) => `raining in ${city}`,
        },
      },
    ],
  });
  assert.equal(await runner.finalContent(), 'It is raining in Oslo.');
});

test('asks for responses and uses a tool in them', async () => {
  const { function: tool } = weather;
  const asked = { model: 'tools', input: 'How is Oslo?', tools: [{ type: 'function', strict: false, ...tool }] };
  const first = await client.responses.create(asked);
  const call = first.output[0];
  assert.deepEqual([call.type, call.arguments], ['function_call', '{"city":"Oslo"}']);
  const output = { type: 'function_call_output', call_id: call.call_id, output: 'raining' };
  const next = { ...asked, input: [output], previous_response_id: first.id };
  assert.equal((await client.responses.create(next)).output_text, 'It is raining.');

  const stream = client.responses.stream(asked);
  const types = [];
  for await (const event of stream) types.push(event.type);
  assert.ok(types.includes('response.function_call_arguments.done'));
  assert.equal((await stream.finalResponse()).output[0].name, 'weather');
});

test('is refused', async () => {
  await assert.rejects(connect('par_nobody').models.list(), (error) => {
    assert.ok(error instanceof OpenAI.AuthenticationError);
    assert.equal(error.code, 'invalid_api_key');
    return true;
  });
  await assert.rejects(ask('context-too-long'), {
    status: 422,
    code: 'context_length_exceeded',
    type: 'invalid_request_error',
  });
});

test('hears that a stream broke off', async () => {
  const read = async () => {
    const stream = await client.chat.completions.create({ ...question('eof-3'), stream: true });
    let text = '';
    for await (const chunk of stream) text += chunk.choices[0].delta.content ?? '';
    return text;
  };
  await assert.rejects(read(), (error) => {
    assert.ok(error instanceof OpenAI.APIError);
    assert.equal(error.code, 'model_protocol_error');
    return true;
  });
});

test('is limited', async () => {
  const limited = connect(PARLEY_LIMITED_KEY);
  const exhaust = async () => {
    for (;;) await ask('say-1-0', limited);
  };
  await assert.rejects(exhaust(), (error) => {
    assert.ok(error instanceof OpenAI.RateLimitError);
    assert.equal(error.code, 'rate_limit_exceeded');
    assert.ok(Number(error.headers.get('retry-after')) > 0);
    return true;
  });
});

test('retries what may pass, and not what would be paid twice', async () => {
  const persistent = connect(PARLEY_KEY, 2);
  assert.equal((await ask('flaky-2-500', persistent)).choices[0].message.content, 'w0 w1 w2 ');
  await assert.rejects(ask('stall-3', persistent), { status: 504, code: 'model_timeout' });
});
