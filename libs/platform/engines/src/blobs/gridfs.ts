import { pipeline } from 'node:stream/promises';
import { createConnection, type Connection } from 'mongoose';
import { EngineUnavailableError } from '../errors.js';
import { hashOf, measure, rangeWithin } from './content.js';
import { openGridFsFiles } from './gridfs-files.js';
import { toPortError } from './mongo-unavailable.js';
import { BlobNotFoundError, type BlobInfo, type Blobs, type PutOptions } from './port.js';

/** A connection of the caller's, who also closes it; or where to connect to. */
export type GridFsOptions = { readonly connection: Connection } | { readonly url: string };

const SERVER_SELECTION_TIMEOUT_MS = 5_000;

/**
 * Blobs in MongoDB's GridFS, in the bucket `blobs`. A content is stored under a name of its own first, and gets its
 * hash for a name, which is unique, when all of it is there: one write to one document, so it shows whole or not at all.
 */
export async function openGridFsBlobs(options: GridFsOptions): Promise<Blobs> {
  const own = 'url' in options;
  const connection = own
    ? createConnection(options.url, { serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS })
    : options.connection;
  const engine = 'MongoDB, which holds the blobs,';
  let closed = false;

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new EngineUnavailableError(engine);
    return work().catch((error: unknown) => {
      throw toPortError(error, engine);
    });
  }

  async function disconnect(): Promise<void> {
    if (own) await connection.close();
  }

  const files = await guarded(async () => {
    const opened = await openGridFsFiles(connection);
    await opened.removeLeftovers();
    return opened;
  }).catch(async (error: unknown) => {
    await disconnect();
    throw error;
  });

  async function put(content: AsyncIterable<Uint8Array>, { maxBytes }: PutOptions): Promise<BlobInfo> {
    const upload = await guarded(() => files.upload());
    const measured = measure(content, maxBytes);
    try {
      await pipeline(measured.chunks, upload);
      const info = measured.info();
      await files.publish(upload.id, info.id);
      return info;
    } catch (error) {
      // Where the server is gone this cannot succeed now: the next start does it.
      await files.abandon(upload.id).catch(() => undefined);
      throw measured.hasFailed() ? error : toPortError(error, engine);
    }
  }

  const find = async (id: string) => (hashOf(id) === null ? null : guarded(() => files.find(id)));

  return {
    put,

    async info(id) {
      const file = await find(id);
      return file && { id, size: file.length };
    },

    async *read(id, range) {
      const file = await find(id);
      if (!file) throw new BlobNotFoundError(id);
      const { start, length } = rangeWithin(file.length, range);
      if (length === 0) return;
      let passed = 0;
      try {
        for await (const chunk of files.download(file, start, length)) {
          passed += chunk.byteLength;
          yield chunk;
        }
      } catch (error) {
        throw toPortError(error, engine);
      }
      if (passed < length) throw new BlobNotFoundError(id);
    },

    async remove(id) {
      if (hashOf(id) !== null) await guarded(() => files.remove(id));
    },

    ping: () => guarded(() => files.ping()),

    async close() {
      if (closed) return;
      closed = true;
      await disconnect();
    },
  };
}
