import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelsContract, type ReadModelsUnderTest } from './contract.js';
import { openSqliteReadModels } from './sqlite.js';

async function open(): Promise<ReadModelsUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-read-models-'));
  const file = join(folder, 'data', 'read-models.sqlite');
  let store = openSqliteReadModels({ file, mode: 'writer' });
  return {
    store,
    openReader: async () => openSqliteReadModels({ file, mode: 'reader' }),
    reopen: async () => {
      await store.close();
      store = openSqliteReadModels({ file, mode: 'writer' });
      return store;
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

readModelsContract('SQLite', open);
