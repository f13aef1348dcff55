import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, mongo, type Connection } from 'mongoose';
import { EngineUnavailableError } from '../errors.js';
import { blobsContract } from './contract.js';
import { BlobNotFoundError } from './port.js';
import { openGridFsBlobs } from './gridfs.js';

const given = process.env['MONGODB_URL'];

async function* text(...parts: string[]): AsyncGenerator<Uint8Array> {
  yield* parts.map((part) => Buffer.from(part));
}

async function sizeOf(content: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of content) size += chunk.byteLength;
  return size;
}

/** A database of this run's own. */
function freshDatabase(url: string): string {
  const fresh = new URL(url);
  fresh.pathname = `/blobs-${randomUUID()}`;
  return fresh.href;
}

async function dropDatabase(url: string): Promise<void> {
  const connection = await createConnection(url).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

if (given) {
  const url = freshDatabase(given);
  afterAll(() => dropDatabase(url));

  blobsContract('GridFS', () => openGridFsBlobs({ url }), {
    module: new URL('./gridfs.ts', import.meta.url),
    open: 'openGridFsBlobs',
    options: { url },
  });

  describe('blobs: GridFS, besides', () => {
    // Not that of the contract: a request of a process that was killed there may still be carried out.
    const ownUrl = freshDatabase(given);
    let connection: Connection;
    beforeAll(async () => {
      connection = await createConnection(ownUrl).asPromise();
    });
    afterAll(async () => {
      await connection.close();
      await dropDatabase(ownUrl);
    });
    const count = (collection: string) => connection.collection(collection).countDocuments();
    const fileIdOf = async (id: string) => {
      const file = await connection.collection('blobs.files').findOne({ filename: id });
      return file?._id ?? new mongo.ObjectId();
    };
    const counts = async () => Promise.all(['blobs.files', 'blobs.chunks', 'blobs.pending'].map(count));

    it('shares a connection of the caller’s and leaves it open', async () => {
      const blobs = await openGridFsBlobs({ connection });
      const { id } = await blobs.put(text('shared'), { maxBytes: 10 });
      await blobs.remove(id);
      await blobs.close();
      await expect(blobs.ping()).rejects.toThrow(EngineUnavailableError);
      expect(connection.readyState).toBe(1);
    });

    it('keeps equal contents once however many come at the same time, and nothing of them once removed', async () => {
      const blobs = await openGridFsBlobs({ connection });
      const before = await counts();
      for (let round = 0; round < 10; round += 1) {
        const puts = Array.from({ length: 6 }, () => blobs.put(text('equal', String(round)), { maxBytes: 10 }));
        const infos = await Promise.all(puts);
        expect(await counts()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1, before[2]]);
        await blobs.remove(infos[0]?.id ?? '');
        expect(await counts()).toEqual(before);
      }
    });

    it('removes what killed processes left, and nothing else', async () => {
      const blobs = await openGridFsBlobs({ connection });
      const kept = await blobs.put(text('kept'), { maxBytes: 10 });
      const before = await counts();
      const long = new Date(Date.now() - 48 * 3_600_000);
      const [halfWritten, halfRemoved, justNow] = [new mongo.ObjectId(), new mongo.ObjectId(), new mongo.ObjectId()];
      await connection.collection('blobs.pending').insertMany([
        { _id: halfWritten, since: long, removing: false },
        { _id: halfRemoved, since: long, removing: true },
        { _id: justNow, since: new Date(), removing: false },
      ]);
      const chunks = [halfWritten, halfRemoved, justNow].map((files_id) => ({
        files_id,
        n: 0,
        data: Buffer.from('x'),
      }));
      await connection.collection('blobs.chunks').insertMany(chunks);
      await openGridFsBlobs({ connection });
      expect(await counts()).toEqual([before[0], (before[1] ?? 0) + 1, (before[2] ?? 0) + 1]);
      expect(await connection.collection('blobs.chunks').countDocuments({ files_id: justNow })).toBe(1);
      expect(await blobs.info(kept.id)).toEqual(kept);
    });

    it('keeps a blob that was named just before its process was killed', async () => {
      const blobs = await openGridFsBlobs({ connection });
      const { id } = await blobs.put(text('named'), { maxBytes: 10 });
      const since = new Date(Date.now() - 48 * 3_600_000);
      await connection.collection('blobs.pending').insertOne({ _id: await fileIdOf(id), since, removing: false });
      await openGridFsBlobs({ connection });
      expect(await blobs.info(id)).toEqual({ id, size: 5 });
      expect(await connection.collection('blobs.pending').countDocuments({ since })).toBe(0);
    });

    it('does not pass a blob off as whole when one of its chunks is missing', async () => {
      const blobs = await openGridFsBlobs({ connection });
      for (const [missing, letter] of ['a', 'b', 'c'].entries()) {
        const { id } = await blobs.put(text(letter.repeat(600_000)), { maxBytes: 600_000 });
        await connection.collection('blobs.chunks').deleteOne({ files_id: await fileIdOf(id), n: missing });
        await expect(sizeOf(blobs.read(id))).rejects.toThrow(BlobNotFoundError);
      }
    });
  });

  describe('blobs: GridFS without its server', () => {
    it('is unavailable', async () => {
      const nowhere = 'mongodb://127.0.0.1:1/leadline';
      await expect(openGridFsBlobs({ url: nowhere })).rejects.toThrow(EngineUnavailableError);
    });
  });
} else {
  describe.skip('blobs: GridFS', () => {
    it('is not tried: MONGODB_URL is not set', () => undefined);
  });
}
