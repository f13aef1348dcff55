import { describe, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { describeLedger } from './contract.js';
import { openMongoLedger } from './mongo.js';

const base = process.env['MONGODB_URL'];

if (base === undefined) {
  describe.skip('the ledger in MongoDB', () => {
    it('needs MONGODB_URL', () => undefined);
  });
} else {
  describeLedger('MongoDB', async () => {
    const url = new URL(base);
    url.pathname = `/ledger_${randomUUID().slice(0, 8)}`;
    const [ledger, other] = await Promise.all([openMongoLedger({ url: url.href }), openMongoLedger({ url: url.href })]);
    const close = async (): Promise<void> => {
      const connection = await createConnection(url.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
      await ledger.close();
    };
    return { ledger: { ...ledger, close }, other };
  });
}
