import { setTimeout as pause } from 'node:timers/promises';
import { mongo, type Connection } from 'mongoose';
import { hashOf } from './content.js';

type FileId = mongo.ObjectId;

/** A file that is being written, or removed: what a crash leaves of it is found by this. */
interface PendingFile {
  readonly _id: FileId;
  readonly since: Date;
  readonly removing: boolean;
}

interface Chunk {
  readonly files_id: FileId;
  readonly n: number;
  readonly data: mongo.Binary;
}

/** Nothing takes so long: what is still pending then belongs to nobody any more. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** How often a name is tried for; those who come at once give way to one another, each for a while of its own. */
const TRIES = 8;
const SHORTLY_MS = 20;

/** The files of the bucket by their names: a blob's id when they are whole, `upload-…` before. */
export type GridFsFiles = Awaited<ReturnType<typeof openGridFsFiles>>;

/** Makes the index that keeps names unique. Uses only what MongoDB and FerretDB both have. */
export async function openGridFsFiles(connection: Connection) {
  await connection.asPromise();
  const { db } = connection;
  if (!db) throw new mongo.MongoNotConnectedError('The connection has no database');
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'blobs' });
  const files = db.collection<mongo.GridFSFile>('blobs.files');
  const chunks = db.collection<Chunk>('blobs.chunks');
  const pending = db.collection<PendingFile>('blobs.pending');
  await files.createIndex({ filename: 1 }, { unique: true }, {});

  async function drop(_id: FileId): Promise<void> {
    await files.deleteOne({ _id });
    await chunks.deleteMany({ files_id: _id });
  }

  /**
   * True for the one of several that gets the name. The others are not told apart by their error: FerretDB answers some
   * with a deadlock, and code of its own, in place of a duplicate key. What counts is whether the name is taken.
   */
  async function takeName(_id: FileId, name: string, triesLeft = TRIES): Promise<boolean> {
    try {
      const { matchedCount } = await files.updateOne({ _id }, { $set: { filename: name } });
      if (matchedCount === 0) throw new Error(`The upload of ${name} was taken for abandoned`);
      return true;
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError)) throw error;
      if (await find(name)) return false;
      if (triesLeft === 0) throw error;
      await pause(Math.random() * SHORTLY_MS * (TRIES - triesLeft + 1));
      return takeName(_id, name, triesLeft - 1);
    }
  }

  const find = (name: string) => files.findOne({ filename: name });

  return {
    find,

    async upload() {
      const _id = new mongo.ObjectId();
      await pending.insertOne({ _id, since: new Date(), removing: false });
      return bucket.openUploadStreamWithId(_id, `upload-${_id.toHexString()}`);
    },

    /** Gives a whole upload its name; where another file has it already, that one stays, and the upload goes. */
    async publish(_id: FileId, name: string): Promise<void> {
      if (!(await takeName(_id, name))) await drop(_id);
      await pending.deleteOne({ _id });
    },

    /** Its entry stays pending: a chunk that was on its way may still arrive. */
    abandon: drop,

    /**
     * Reads the chunks as they are laid down (GridFS specification), a few at a time: the driver's own stream asks for
     * 16 MB at once. Ends early where a chunk is missing.
     */
    async *download({ _id, chunkSize }: mongo.GridFSFile, start: number, length: number): AsyncGenerator<Uint8Array> {
      const end = start + length;
      const [first, last] = [Math.floor(start / chunkSize), Math.floor((end - 1) / chunkSize)];
      const found = chunks.find({ files_id: _id, n: { $gte: first, $lte: last } }, { sort: { n: 1 }, batchSize: 8 });
      let next = first;
      for await (const { n, data } of found) {
        if (n !== next) return;
        next += 1;
        const offset = n * chunkSize;
        yield data.value().subarray(Math.max(start - offset, 0), end - offset);
      }
    },

    async ping(): Promise<void> {
      await db.command({ ping: 1 });
    },

    async remove(name: string): Promise<void> {
      const file = await find(name);
      if (!file) return;
      const entry = { since: new Date(), removing: true };
      await pending.updateOne({ _id: file._id }, { $set: entry }, { upsert: true });
      await drop(file._id);
      await pending.deleteOne({ _id: file._id });
    },

    /** Removes what uploads and removals have left that did not end. */
    async removeLeftovers(): Promise<void> {
      const before = new Date(Date.now() - ABANDONED_AFTER_MS);
      for await (const { _id, removing } of pending.find({ since: { $lt: before } })) {
        const file = removing ? null : await files.findOne({ _id });
        if (!file || hashOf(file.filename) === null) await drop(_id);
        await pending.deleteOne({ _id });
      }
    },
  };
}
