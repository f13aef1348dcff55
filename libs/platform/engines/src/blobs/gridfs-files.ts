import { mongo, type Connection } from 'mongoose';
import { hashOf } from './content.js';

type FileId = mongo.ObjectId;

/** A file that is being written, or removed: what a crash leaves of it is found by this. */
interface PendingFile {
  readonly _id: FileId;
  readonly since: Date;
  readonly removing: boolean;
}

/** Nothing takes so long: what is still pending then belongs to nobody any more. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

const DUPLICATE_KEY = 11_000;

/** The files of the bucket by their names: a blob's id when they are whole, `upload-…` before. */
export type GridFsFiles = Awaited<ReturnType<typeof openGridFsFiles>>;

/** Makes the index that keeps names unique. Uses only what MongoDB and FerretDB both have. */
export async function openGridFsFiles(connection: Connection) {
  await connection.asPromise();
  const { db } = connection;
  if (!db) throw new mongo.MongoNotConnectedError('The connection has no database');
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'blobs' });
  const files = db.collection<mongo.GridFSFile>('blobs.files');
  const chunks = db.collection<{ files_id: FileId }>('blobs.chunks');
  const pending = db.collection<PendingFile>('blobs.pending');
  await files.createIndex({ filename: 1 }, { unique: true });

  async function drop(_id: FileId): Promise<void> {
    await files.deleteOne({ _id });
    await chunks.deleteMany({ files_id: _id });
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
      const renamed = await files.updateOne({ _id }, { $set: { filename: name } }).catch((error: unknown) => {
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return null;
        throw error;
      });
      if (!renamed) await drop(_id);
      await pending.deleteOne({ _id });
    },

    /** Its entry stays pending: a chunk that was on its way may still arrive. */
    abandon: drop,

    download: (_id: FileId, start: number, length: number) =>
      bucket.openDownloadStream(_id, { start, end: start + length }),

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
