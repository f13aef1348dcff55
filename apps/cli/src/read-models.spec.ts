import { describe, expect, it, jest } from '@jest/globals';
import type { LeadlineApi } from './leadline-api.js';
import { verify } from './read-models.js';

/** A Leadline that was just started on restored events: its only read model reports nothing, then that it is behind. */
function restored(): { readonly api: LeadlineApi; readonly calls: string[] } {
  const calls: string[] = [];
  const reports = [[], [{ name: 'leadList', kind: 'readModel', caughtUp: false }]];
  const answers: Record<string, () => unknown> = {
    '/api/operations/read-models': () => ({ items: [{ name: 'leadList' }] }),
    '/api/operations/subscriptions': () => ({
      items: reports.shift() ?? [{ name: 'leadList', kind: 'readModel', caughtUp: true }],
    }),
    '/api/operations/read-models/leadList/verify': () => ({ jobId: '1' }),
    '/api/operations/rebuilds/1': () => ({ state: 'done', progress: 1, done: 375, differences: [] }),
  };
  const json = async (path: string): Promise<unknown> => {
    calls.push(path);
    return answers[path]?.();
  };
  return { api: { json } as unknown as LeadlineApi, calls };
}

describe('verify', () => {
  it('waits for read models that have only begun, and passes over none', async () => {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const { api, calls } = restored();
    await verify(api, undefined).finally(() => write.mockRestore());

    expect(calls.filter((path) => path === '/api/operations/subscriptions')).toHaveLength(3);
    expect(written).toEqual(['leadList: equal to a fresh fold (375 events)\n']);
  });
});
