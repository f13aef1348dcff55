import { describe, expect, it } from '@jest/globals';
import { answer, command, type CommandHeaders, type Fetched } from './command.js';
import { unreachable } from './problem.js';

const done = (): Fetched<string> => ({ data: 'done', response: new Response() });
const failed = (status: number, headers: Record<string, string> = {}): Fetched<string> => ({
  error: { code: 'no' },
  response: new Response(null, { status, headers }),
});

/** Gives the outcomes one by one, the last one for good; records what was sent. */
function server(...outcomes: readonly (() => Fetched<string> | Promise<Fetched<string>>)[]) {
  const sent: CommandHeaders[] = [];
  const waits: number[] = [];
  return {
    sent,
    waits,
    send: async (headers: CommandHeaders): Promise<Fetched<string>> => {
      sent.push(headers);
      return (outcomes[Math.min(sent.length, outcomes.length) - 1] ?? done)();
    },
    wait: (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}

describe('a command', () => {
  it('has a key of its own, and the revision that was seen', async () => {
    const { send, sent } = server(done);
    expect(await command(send, { revision: 3 })).toBe('done');
    await command(send);
    expect(sent[0]).toMatchObject({ 'If-Match': '"3"' });
    expect(sent[1]).not.toHaveProperty('If-Match');
    expect(sent[0]?.['Idempotency-Key']).toMatch(/^[0-9a-f]{32}$/);
    expect(sent[0]?.['Idempotency-Key']).not.toBe(sent[1]?.['Idempotency-Key']);
  });

  it('is sent again under the same key while that may help', async () => {
    const lost = () => Promise.reject(unreachable());
    const { send, sent, wait, waits } = server(lost, () => failed(503, { 'retry-after': '1' }), done);
    expect(await command(send, {}, wait)).toBe('done');
    expect(new Set(sent.map((headers) => headers['Idempotency-Key'])).size).toBe(1);
    expect(waits).toEqual([300, 1000]);
  });

  it('is not sent again where that helps nobody, or keeps a person waiting', async () => {
    for (const outcome of [failed(409), failed(412), failed(429, { 'retry-after': '60' })]) {
      const { send, sent, wait } = server(() => outcome);
      await expect(command(send, {}, wait)).rejects.toMatchObject({ status: outcome.response.status });
      expect(sent).toHaveLength(1);
    }
    const never = server(() => failed(503));
    await expect(command(never.send, {}, never.wait)).rejects.toMatchObject({ status: 503 });
    expect(never.sent).toHaveLength(4);
  });
});

describe('an answer', () => {
  it('is its data, or a problem', async () => {
    expect(await answer(Promise.resolve(done()))).toBe('done');
    await expect(answer(Promise.resolve(failed(404)))).rejects.toMatchObject({ status: 404, code: 'no' });
  });
});
