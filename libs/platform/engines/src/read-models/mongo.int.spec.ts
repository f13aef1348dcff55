import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, createConnection } from 'mongoose';
import { aDefinition, at, collect, eventually, holding, idsOf, type Person, where, write } from './contract-fixture.js';
import { readModelsContract, type ReadModelsUnderTest } from './contract.js';
import { openMongoReadModels } from './mongo.js';

const url = process.env['MONGODB_URL'];

if (url === undefined || url === '') {
  describe.skip('MongoDB, as a store of read models: skipped, since MONGODB_URL is not set', () => {
    it('runs with MONGODB_URL', () => undefined);
  });
} else {
  readModelsContract('MongoDB', () => open(url));
  ownTests(url);
}

function aDatabase(): string {
  return `readmodels_${randomUUID().slice(0, 8)}`;
}

async function dropDatabase(server: string, database: string): Promise<void> {
  const connection = await createConnection(server, { dbName: database }).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

async function open(server: string): Promise<ReadModelsUnderTest> {
  const database = aDatabase();
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
      await dropDatabase(server, database);
    },
  };
}

function ownTests(server: string): void {
  describe('MongoDB read models', () => {
    const database = aDatabase();
    let connection: Connection;

    beforeAll(async () => {
      connection = await createConnection(server, { dbName: database }).asPromise();
    });
    afterAll(async () => {
      await connection.dropDatabase();
      await connection.close();
    });

    const another = (graceMs = 60_000) => openMongoReadModels({ url: server, database, graceMs });
    async function collections(): Promise<string[]> {
      return (await connection.listCollections()).map(({ name }) => name);
    }

    it('have one live generation, however many processes make it at once', async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => another()));
      const definition = aDefinition();
      const ids = await Promise.all(stores.map(async (store) => (await store.live(definition)).id));
      expect(new Set(ids).size).toBe(1);
      expect((await collections()).filter((name) => name.startsWith(definition.name))).toEqual([...new Set(ids)]);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('let the later write win over several processes, also for a document that none has made yet', async () => {
      const stores = await Promise.all(Array.from({ length: 3 }, () => another()));
      const definition = aDefinition();
      const generations = await Promise.all(stores.map((store) => store.live<Person>(definition)));
      for (let round = 1; round <= 10; round += 1) {
        await Promise.all(
          generations.map((generation, index) =>
            generation.write([write({ id: `r${round}`, age: index }, round * 10 + index)], {
              partition: index,
              position: at(round * 10 + index),
            }),
          ),
        );
      }
      const reader = stores[0]?.reader<Person>(definition);
      const { items } = (await reader?.find({ limit: 100 })) ?? { items: [] };
      expect(items.map(({ age }) => age)).toEqual(Array.from({ length: 10 }, () => 2));
      await expect(reader?.checkpoint()).resolves.toBe(at(100));
      await Promise.all(stores.map((store) => store.close()));
    });

    it('drop a replaced generation after the time of grace, and abandoned ones with the next', async () => {
      const store = await another(100);
      const { definition, generation } = await holding(store, [{ id: 'a' }]);
      const abandoned = await store.begin<Person>(definition);
      const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
      await connection
        .collection('readModelGenerations')
        .updateOne({ model: definition.name }, { $set: { [`generations.${abandoned.id}.touched`]: yesterday } });
      const next = await store.begin<Person>(definition);
      expect(await collections()).not.toContain(abandoned.id);
      await expect(abandoned.write([write({ id: 'x' }, 2)], { partition: 0, position: at(2) })).rejects.toMatchObject({
        name: 'GenerationGoneError',
      });
      expect(await collections()).not.toContain(abandoned.id);
      await store.switchTo(definition, next.id);
      await eventually(async () => !(await collections()).includes(generation.id));
      await expect(collect(generation.scan())).rejects.toMatchObject({ name: 'GenerationGoneError' });
      expect(await collections()).toContain(next.id);
      await store.close();
    });

    it('keep the earlier version of a model for those that still run it, for a day', async () => {
      const store = await another(0);
      const { definition, reader, generation } = await holding(store, [{ id: 'a' }]);
      const later = { ...definition, version: 2 };
      await store.live(later);
      await store.begin(later);
      expect(await idsOf(reader, {})).toEqual(['a']);
      const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
      const entries = connection.collection<{ _id: string }>('readModelGenerations');
      await entries.updateOne(
        { _id: `${definition.name}.1` },
        { $set: { superseded: yesterday, [`generations.${generation.id}.touched`]: yesterday } },
      );
      await store.begin(later);
      expect(await collections()).not.toContain(generation.id);
      const again = await holding(store, [{ id: 'b' }], definition);
      expect(again.generation.id).not.toBe(generation.id);
      expect(await idsOf(again.reader, {})).toEqual(['b']);
      await store.close();
    });

    it('have an index for each list of the definition and for the words', async () => {
      const store = await another();
      const { generation } = await holding(store, [{ id: 'a' }]);
      const indexes = await connection.collection(generation.id).indexes();
      expect(indexes.map(({ key }) => Object.keys(key as object).join())).toEqual(
        expect.arrayContaining(['alive,document.status,document.sortName,_id', 'alive,tokens,_id']),
      );
      await store.close();
    });

    it('say that there is no server where there is none', async () => {
      const nobody = openMongoReadModels({
        url: 'mongodb://user:secret@127.0.0.1:1/leadline?serverSelectionTimeoutMS=200',
      });
      await expect(nobody).rejects.toMatchObject({
        name: 'EngineUnavailableError',
        engine: expect.not.stringContaining('secret'),
      });
    });

    it('say that the server is away while it is, and go on when it is back, losing and doubling nothing', async () => {
      const proxy = await proxyTo(server);
      const store = await openMongoReadModels({ url: proxy.url, database });
      const { reader, generation } = await holding(store, [{ id: 'a', status: 'open' }]);
      const batch = [write({ id: 'a', status: 'won' }, 2), write({ id: 'b', status: 'won' }, 2)];
      proxy.cut();
      const unavailable = { name: 'EngineUnavailableError' };
      await expect(generation.write(batch, { partition: 0, position: at(2) })).rejects.toMatchObject(unavailable);
      await expect(reader.find({ limit: 1 })).rejects.toMatchObject(unavailable);
      await proxy.restore();
      await eventually(async () => {
        try {
          await generation.write(batch, { partition: 0, position: at(2) });
          return true;
        } catch {
          return false;
        }
      });
      expect(await idsOf(reader, where('status', 'won'))).toEqual(['a', 'b']);
      await expect(generation.checkpoint(0)).resolves.toBe(at(2));
      await store.close();
      proxy.cut();
    });
  });
}

/** A way to the server that can be closed. */
async function proxyTo(server: string) {
  const target = new URL(server);
  const sockets = new Set<Socket>();
  const listener = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `mongodb://127.0.0.1:${port}${target.pathname}?directConnection=true&serverSelectionTimeoutMS=500`,
    cut: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
    restore: async () => {
      listener.listen(port, '127.0.0.1');
      await once(listener, 'listening');
    },
  };
}
