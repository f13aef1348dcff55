import { describe, expect, it } from '@jest/globals';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { PassThrough } from 'node:stream';
import { filteredLog } from './kurrent-filtered-log.js';

const resolved = (commit: number, data: unknown) => ({
  event: {
    id: '0198c0de-0000-7000-8000-000000000001',
    type: 'LeadCreated.v1',
    data,
    metadata: {},
    streamId: 'lead-1',
    revision: BigInt(commit),
    position: { commit: BigInt(commit), prepare: BigInt(commit) },
  },
});

/** A server that sends these, at once. */
function serving(...sent: object[]): EventStoreDBClient {
  const stream = Object.assign(new PassThrough({ objectMode: true }), { unsubscribe: async () => undefined });
  for (const each of sent) stream.write(each);
  return { subscribeToAll: () => stream } as unknown as EventStoreDBClient;
}

describe('the filtered log of EventStoreDB', () => {
  it('stops at an event that cannot be read, and passes on none behind it', async () => {
    const client = serving(resolved(1, { number: 1 }), resolved(2, 'no object'), resolved(3, { number: 3 }));
    const options = { categories: ['lead'], limit: 1, signal: new AbortController().signal };
    const seen: unknown[] = [];
    const reading = async () => {
      for await (const { events } of filteredLog(client, 'EventStoreDB', options)) {
        seen.push(...events.map(({ data }) => data['number']));
        if (seen.length === 2) return;
      }
    };
    await expect(reading()).rejects.toThrow();
    expect(seen).toEqual([1]);
  });
});
