import { afterAll, beforeAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@leadline/engines/contracts';
import { openKurrentEventStore } from '@leadline/engines/event-store';
import { startStandIn, type StandIn } from './index.js';

const realUrl = process.env['EVENT_STORE_URL'];

let standIn: StandIn | undefined;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'leadline-stand-in-'));
  if (realUrl === undefined) standIn = await startStandIn({ port: 0, dataFolder });
});
afterAll(async () => {
  await standIn?.stop();
  rmSync(dataFolder, { recursive: true });
});

const serverUrl = () => realUrl ?? standIn?.url ?? '';

eventStoreContract(`EventStoreDB${realUrl === undefined ? ' (the stand-in)' : ''}`, async () => {
  let store = await openKurrentEventStore({ url: serverUrl() });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openKurrentEventStore({ url: serverUrl() });
      return store;
    },
    close: () => store.close(),
  };
});
