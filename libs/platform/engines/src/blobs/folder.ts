import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EngineUnavailableError } from '../errors.js';
import { hashOf, measure, rangeWithin } from './content.js';
import { BlobNotFoundError, type BlobInfo, type Blobs, type PutOptions } from './port.js';

/** Where contents are written before they have a name. On the same disk, so that the renaming is atomic. */
const INCOMING = 'incoming';

/**
 * Blobs as files named by their hash: `ab/cd/abcd…`. Written aside, synced, then renamed, so that a name always stands
 * for the whole content, whenever the process is killed. What a killed one left half written is removed here.
 */
export async function openFolderBlobs(options: { readonly folder: string }): Promise<Blobs> {
  const folder = resolve(options.folder);
  const incoming = join(folder, INCOMING);
  let closed = false;

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw unavailable();
    return work().catch((error: unknown) => {
      throw unavailable(error);
    });
  }

  function unavailable(cause?: unknown): EngineUnavailableError {
    return new EngineUnavailableError(`The blob folder ${folder}`, { cause });
  }

  async function infoOf(id: string): Promise<BlobInfo | null> {
    const file = fileOf(folder, id);
    const found = file && (await guarded(() => unlessMissing(stat(file))));
    return found ? { id, size: found.size } : null;
  }

  async function put(content: AsyncIterable<Uint8Array>, { maxBytes }: PutOptions): Promise<BlobInfo> {
    if (closed) throw unavailable();
    const aside = join(incoming, randomUUID());
    const measured = measure(content, maxBytes);
    try {
      await pipeline(measured.chunks, createWriteStream(aside, { flags: 'wx', flush: true }));
      const info = measured.info();
      await settle(folder, aside, info.id);
      return info;
    } catch (error) {
      await rm(aside, { force: true });
      throw measured.hasFailed() ? error : unavailable(error);
    }
  }

  await guarded(async () => {
    await mkdir(incoming, { recursive: true });
    await Promise.all([dirname(folder), folder].map(syncFolder));
    await removeLeftovers(incoming);
  });

  return {
    put,
    info: infoOf,

    async *read(id, range) {
      const file = fileOf(folder, id);
      const info = await infoOf(id);
      if (!file || !info) throw new BlobNotFoundError(id);
      const { start, length } = rangeWithin(info.size, range);
      if (length === 0) return;
      try {
        yield* createReadStream(file, { start, end: start + length - 1 });
      } catch (error) {
        throw isMissing(error) ? new BlobNotFoundError(id) : unavailable(error);
      }
    },

    async remove(id) {
      const file = fileOf(folder, id);
      if (file) await guarded(() => rm(file, { force: true }));
    },

    ping: () => guarded(() => access(incoming, constants.W_OK)),

    async close() {
      closed = true;
    },
  };
}

/** Two levels of folders, so that none holds more than a file system likes. */
function fileOf(folder: string, id: string): string | null {
  const hash = hashOf(id);
  return hash === null ? null : join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
}

/**
 * Gives what was written its name, and answers when that is on disk as well. Also where the name is there already: it
 * may come from another put of the same content, which has not come so far yet.
 */
async function settle(folder: string, aside: string, id: string): Promise<void> {
  const file = fileOf(folder, id);
  if (!file) throw new RangeError(`No blob id: ${id}`);
  const [inner, outer] = [dirname(file), dirname(dirname(file))];
  await mkdir(inner, { recursive: true });
  await rename(aside, file);
  await Promise.all([inner, outer, folder].map(syncFolder));
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // has no such call, and does not need it
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A process before this one wrote them, and is gone: this one was not there when they were last touched. */
async function removeLeftovers(incoming: string): Promise<void> {
  const startedAt = Date.now() - process.uptime() * 1_000;
  for (const name of await readdir(incoming)) {
    const file = join(incoming, name);
    const found = await unlessMissing(stat(file));
    if (found && found.mtimeMs < startedAt) await rm(file, { force: true });
  }
}

async function unlessMissing<T>(looking: Promise<T>): Promise<T | null> {
  return looking.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
