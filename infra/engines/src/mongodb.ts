import type { Engine } from './engine.js';
import { missingForDebianRoot, setUpDebianRoot } from './debian-root.js';
import { missingForFerretDb, setUpFerretDb, startFerretDb } from './ferretdb.js';
import { preparePostgres, startPostgres } from './postgres.js';

/** MongoDB's wire protocol by FerretDB, over PostgreSQL with the DocumentDB extension. */
export const mongodb: Engine = {
  name: 'mongodb',
  variable: 'MONGODB_URL',
  ports: ['mongodb', 'postgres'],
  missing: async (settings) => [...(await missingForDebianRoot(settings)), ...(await missingForFerretDb(settings))],
  setUp: async (settings) => {
    await Promise.all([setUpDebianRoot(settings), setUpFerretDb(settings)]);
  },
  prepare: preparePostgres,
  start: async (run) => {
    await startPostgres(run);
    await startFerretDb(run);
  },
  url: (port) => `mongodb://127.0.0.1:${port('mongodb')}/leadline`,
};
