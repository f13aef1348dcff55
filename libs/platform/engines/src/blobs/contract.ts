import { createHash, randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EngineUnavailableError } from '../errors.js';
import { runChild, type OpenedByChild } from '../contract-child.js';
import { BlobNotFoundError, BlobTooLargeError, type Blobs } from './port.js';

const MEGABYTE = 1_048_576;
const limit = { maxBytes: 10 * MEGABYTE };

async function* once(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function idOf(content: Uint8Array | string): string {
  return `sha256-${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * What every blob store keeps. `open` opens the same store each time, as a restarted process would; `byChild` tells how
 * another process opens it, to be killed there.
 */
export function blobsContract(name: string, open: () => Promise<Blobs>, byChild: OpenedByChild): void {
  describe(`blobs: ${name}`, () => {
    const opened: Blobs[] = [];
    const openOne = async () => {
      const blobs = await open();
      opened.push(blobs);
      return blobs;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((blobs) => blobs.close()));
    });

    it('gives a content back as it was, under the hash of it, also after a restart', async () => {
      const blobs = await openOne();
      const content = randomBytes(700_000);
      const chunks = [content.subarray(0, 1), content.subarray(1, 300_000), content.subarray(300_000)];
      const info = await blobs.put(once(...chunks), limit);
      expect(info).toEqual({ id: idOf(content), size: 700_000 });
      await blobs.close();
      const again = await openOne();
      expect(await again.info(info.id)).toEqual(info);
      expect((await bytesOf(again.read(info.id))).equals(content)).toBe(true);
    });

    it('keeps an empty content', async () => {
      const blobs = await openOne();
      const info = await blobs.put(once(), limit);
      expect(info.size).toBe(0);
      expect(await blobs.info(info.id)).toEqual(info);
      expect(await bytesOf(blobs.read(info.id))).toHaveLength(0);
    });

    it('keeps equal contents once, also when they come at the same time', async () => {
      const blobs = await openOne();
      const content = randomBytes(300_000);
      const infos = await Promise.all([1, 2, 3, 4].map(() => blobs.put(once(content), limit)));
      infos.push(await blobs.put(once(content), limit));
      expect(new Set(infos.map(({ id }) => id)).size).toBe(1);
      const id = infos[0]?.id ?? '';
      expect((await bytesOf(blobs.read(id))).equals(content)).toBe(true);
      await blobs.remove(id);
      expect(await blobs.info(id)).toBeNull();
    });

    it('reads a part: bytes from and to, both included, cut at the end', async () => {
      const blobs = await openOne();
      const content = randomBytes(600_000); // more than two of GridFS's chunks
      const { id } = await blobs.put(once(content), limit);
      const ranges = [
        { start: 0, end: 0 },
        { start: 0, end: 599_999 },
        { start: 10, end: 20 },
        { start: 261_119, end: 261_120 },
        { start: 261_120, end: 522_239 },
        { start: 300_000, end: 300_000 },
        { start: 300_000, end: 9_000_000 },
        { start: 599_999 },
        { start: 100 },
        { start: 600_000 },
        { start: 700_000, end: 800_000 },
      ];
      for (const range of ranges) {
        const expected = content.subarray(range.start, (range.end ?? content.length) + 1);
        const read = await bytesOf(blobs.read(id, range));
        expect({ range, equal: read.equals(expected) }).toEqual({ range, equal: true });
      }
    });

    it('refuses a range that is none', async () => {
      const blobs = await openOne();
      const { id } = await blobs.put(once(Buffer.from('abc')), limit);
      for (const range of [{ start: -1 }, { start: 2, end: 1 }, { start: 0.5 }, { start: Number.NaN }]) {
        await expect(bytesOf(blobs.read(id, range))).rejects.toThrow(RangeError);
      }
    });

    it('takes a content at the limit, and refuses a longer one at once and keeps nothing of it', async () => {
      const blobs = await openOne();
      const content = randomBytes(400_000);
      let asked = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (;;) {
          asked += 1;
          yield content;
        }
      }
      await expect(blobs.put(endless(), { maxBytes: 1_000_000 })).rejects.toThrow(BlobTooLargeError);
      expect(asked).toBe(3);
      await expect(blobs.put(once(content), { maxBytes: 399_999 })).rejects.toThrow(BlobTooLargeError);
      const id = idOf(content);
      expect(await blobs.info(id)).toBeNull();
      expect((await blobs.put(once(content), { maxBytes: 400_000 })).id).toBe(id);
    });

    it('passes the failure of a source on, and keeps nothing of it', async () => {
      const blobs = await openOne();
      const content = randomBytes(400_000);
      const failure = Object.assign(new Error('The client went away'), { code: 'ECONNRESET' });
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield content;
        throw failure;
      }
      await expect(blobs.put(broken(), limit)).rejects.toBe(failure);
      expect(await blobs.info(idOf(content))).toBeNull();
    });

    it('knows no blob that was never put, and no id that is none', async () => {
      const blobs = await openOne();
      const ids = [
        `sha256-${'0'.repeat(64)}`,
        `sha256-${'A'.repeat(64)}`,
        'sha256-../../etc/passwd',
        '../x',
        '',
        'incoming',
      ];
      for (const id of ids) {
        expect(await blobs.info(id)).toBeNull();
        await expect(bytesOf(blobs.read(id))).rejects.toThrow(BlobNotFoundError);
        await blobs.remove(id);
      }
    });

    it('removes a blob, and takes it again', async () => {
      const blobs = await openOne();
      const content = randomBytes(300_000);
      const { id } = await blobs.put(once(content), limit);
      await blobs.remove(id);
      await blobs.remove(id);
      expect(await blobs.info(id)).toBeNull();
      await expect(bytesOf(blobs.read(id))).rejects.toThrow(BlobNotFoundError);
      await blobs.put(once(content), limit);
      expect((await bytesOf(blobs.read(id))).equals(content)).toBe(true);
    });

    it('lets a reader stop in the middle', async () => {
      const blobs = await openOne();
      const { id } = await blobs.put(once(randomBytes(2 * MEGABYTE)), limit);
      for await (const chunk of blobs.read(id)) {
        expect(chunk.byteLength).toBeGreaterThan(0);
        break;
      }
      await blobs.remove(id);
    });

    it('holds no content in memory', async () => {
      const blobs = await openOne();
      const size = 64 * MEGABYTE;
      const chunk = randomBytes(65_536);
      const before = held();
      const looks: number[] = [];
      const look = (passed: number) => {
        if (passed >= (looks.length + 1) * 4 * MEGABYTE) looks.push(held() - before);
      };
      async function* long(): AsyncGenerator<Uint8Array> {
        for (let passed = 0; passed < size; passed += chunk.byteLength) {
          look(passed);
          yield Buffer.from(chunk); // a fresh one each time, which whoever collects them has to hold
        }
      }
      const { id } = await blobs.put(long(), { maxBytes: size });
      expect(looks).toHaveLength(15);
      expect(Math.max(...looks)).toBeLessThan(24 * MEGABYTE);
      looks.length = 0;
      let read = 0;
      for await (const part of blobs.read(id)) {
        read += part.byteLength;
        look(read);
      }
      expect(looks).toHaveLength(16);
      expect(read).toBe(size);
      expect(Math.max(...looks)).toBeLessThan(24 * MEGABYTE);
      await blobs.remove(id);
    });

    it('keeps what was answered when the process was killed, and shows nothing of what was half written', async () => {
      const killed = runChild(
        byChild,
        `
        const limit = { maxBytes: 10_000_000 };
        for (let index = 0; index < 20; index += 1) {
          const { id } = await engine.put((async function* () { yield Buffer.from('content ' + index); })(), limit);
          console.log(id);
        }
        await engine.put((async function* () {
          yield Buffer.alloc(600_000, 'x');
          console.log('half');
          setInterval(() => undefined, 1_000);
          await new Promise(() => undefined);
        })(), limit);`,
      );
      await killed.printed(21);
      await killed.kill();
      const blobs = await openOne();
      for (const [index, id] of killed.lines.slice(0, 20).entries()) {
        expect(String(await bytesOf(blobs.read(id)))).toBe(`content ${index}`);
      }
      const half = 'x'.repeat(600_000);
      expect(await blobs.info(idOf(half))).toBeNull();
      expect((await blobs.put(once(Buffer.from(half)), limit)).id).toBe(idOf(half));
    });

    it('is unavailable once it is closed', async () => {
      const blobs = await openOne();
      await blobs.ping();
      await blobs.close();
      await blobs.close();
      await expect(blobs.ping()).rejects.toThrow(EngineUnavailableError);
      await expect(blobs.put(once(Buffer.from('late')), limit)).rejects.toThrow(EngineUnavailableError);
    });
  });
}

/** Bytes in use once the garbage is gone. */
function held(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
