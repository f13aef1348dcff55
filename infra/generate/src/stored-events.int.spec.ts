import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { event, eventCodec } from '@leadline/event-sourcing';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { storedEventTypes } from './stored-events.js';

const tillCodec = eventCodec('till', {
  TillOpened: event('The till is open.', z.object({ float: z.int() })),
  CashTaken: event('Cash was taken.', z.object({ amount: z.int(), reason: z.string() }), {
    version: 2,
    upcast: { 1: (data) => ({ ...data, reason: 'unknown' }) },
  }),
});
const part = { name: 'tills', folder: 'tills', domain: { tillCodec, tillAggregate: { codec: tillCodec }, MAX: 3 } };
let root: string;

async function golden(samples: Readonly<Record<string, object>>): Promise<void> {
  const folder = join(root, 'tills/golden/till');
  await mkdir(folder, { recursive: true });
  for (const [type, data] of Object.entries(samples))
    await writeFile(join(folder, `${type}.json`), JSON.stringify(data));
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'leadline-golden-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the stored events of a part', () => {
  it('are those of every codec it exports, once, with samples of all versions', async () => {
    await golden({ 'TillOpened.v1': { float: 1 }, 'CashTaken.v1': { amount: 2 }, 'CashTaken.v2': { amount: 3 } });
    expect(await storedEventTypes(root, part)).toMatchObject([
      { category: 'till', storedType: 'TillOpened.v1', summary: 'The till is open.', earlier: [] },
      { storedType: 'CashTaken.v2', earlier: [{ storedType: 'CashTaken.v1', sample: { amount: 2 } }] },
    ]);
  });

  it('cannot be told while a type has no sample', async () => {
    await golden({ 'TillOpened.v1': { float: 1 } });
    await expect(storedEventTypes(root, part)).rejects.toThrow('CashTaken.v2');
  });

  it('cannot be told while a sample belongs to a codec that is not exported', async () => {
    await golden({ 'TillOpened.v1': {}, 'CashTaken.v2': {}, 'TillClosed.v1': {} });
    await expect(storedEventTypes(root, part)).rejects.toThrow('TillClosed.v1');
  });
});
