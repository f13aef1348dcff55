import { randomUUID } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { createConnection } from 'mongoose';
import { readModelsContract, type ReadModelsUnderTest } from './contract.js';
import { openMongoReadModels } from './mongo.js';

const url = process.env['MONGODB_URL'];

if (url === undefined || url === '') {
  describe.skip('MongoDB, as a store of read models: skipped, since MONGODB_URL is not set', () => {
    it('runs with MONGODB_URL', () => undefined);
  });
} else {
  readModelsContract('MongoDB', () => open(url));
}

async function open(server: string): Promise<ReadModelsUnderTest> {
  const database = `readmodels_${randomUUID().slice(0, 8)}`;
  const another = () => openMongoReadModels({ url: server, database });
  let store = await another();
  return {
    store,
    openReader: another,
    reopen: async () => {
      await store.close();
      store = await another();
      return store;
    },
    close: async () => {
      await store.close();
      const connection = await createConnection(server, { dbName: database }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
