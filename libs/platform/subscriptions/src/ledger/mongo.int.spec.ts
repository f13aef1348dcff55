import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { createConnection } from 'mongoose';
import { eventually } from '../testing/eventually.js';
import { describeLedger } from './contract.js';
import { openMongoLedger } from './mongo.js';

/** Hands bytes on, and while it is frozen keeps the connections and hands on nothing. */
async function freezableProxy(target: URL): Promise<{
  readonly port: number;
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      if (isFrozen) socket.pause();
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [near, far].forEach((each) => each.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    freeze: () => {
      isFrozen = true;
      sockets.forEach((socket) => socket.pause());
    },
    thaw: () => {
      isFrozen = false;
      sockets.forEach((socket) => socket.resume());
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

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

  describe('the ledger in a MongoDB that hangs', () => {
    it('fails what waits, and goes on when the server does', async () => {
      const proxy = await freezableProxy(new URL(base));
      const url = new URL(base);
      url.host = `127.0.0.1:${proxy.port}`;
      url.pathname = `/ledger_${randomUUID().slice(0, 8)}`;
      const ledger = await openMongoLedger({ url: url.href, answerMs: 200 });
      proxy.freeze();
      await expect(ledger.holdLease('mails/0', 'a', 5_000)).rejects.toMatchObject({
        name: expect.stringMatching(/^Mongo/),
      });
      proxy.thaw();
      await eventually(async () => expect(await ledger.holdLease('mails/0', 'a', 5_000)).toBe(true));
      await ledger.close();
      const connection = await createConnection(new URL(url.pathname, base).href).asPromise();
      await connection.dropDatabase();
      await connection.close();
      await proxy.close();
    }, 60_000);
  });
}
