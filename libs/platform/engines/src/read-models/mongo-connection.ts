import { type Connection, createConnection, mongo, MongooseError } from 'mongoose';
import { EngineUnavailableError } from '../errors.js';

export interface MongoReadModelsOptions {
  /** `mongodb://…/leadline` */
  readonly url: string;
  /** Default: the one in the url. */
  readonly database?: string;
  /** How long a generation stays after another took its place. Default: one minute. */
  readonly graceMs?: number;
}

/** How long to look for a server that takes writes before saying that there is none. */
const SERVER_SELECTION_MS = 5_000;

/** How long to wait for an answer. A connection that hangs is given up then, and fails what waits for it. */
const SOCKET_TIMEOUT_MS = 60_000;

const DUPLICATE_KEY = 11_000;
const NO_SUCH_COLLECTION = 26;

/** Answers of a server that is starting, stopping or no longer the primary (MongoDB's error codes, "retriable"). */
const PASSING_CODES = new Set<unknown>([6, 7, 89, 91, 189, 262, 9_001, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** The driver's errors of a connection that is not there, or not any more. */
const CONNECTION_ERRORS = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoServerClosedError,
  mongo.MongoExpiredSessionError,
  mongo.MongoOperationTimeoutError,
];

/** A database in which every failure to reach it appears as {@link EngineUnavailableError}. */
export interface Database {
  collection<T extends mongo.Document>(name: string): mongo.Collection<T>;
  /** Harmless where there is no such collection. */
  drop(collection: string): Promise<void>;
  /** @throws EngineUnavailableError for what `work` failed of because the server was away */
  asking<T>(work: () => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** @throws EngineUnavailableError */
export async function connectTo({ url, database }: MongoReadModelsOptions): Promise<Database> {
  const engine = `MongoDB at ${withoutCredentials(url)}`;
  const connection = createConnection(url, {
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: SERVER_SELECTION_MS,
    socketTimeoutMS: SOCKET_TIMEOUT_MS,
    ignoreUndefined: true,
    autoIndex: false,
    ...(database !== undefined && { dbName: database }),
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.destroy();
    // Mongoose has errors of its own for a server that is not found at the start.
    throw isUnavailable(error) || error instanceof MongooseError
      ? new EngineUnavailableError(engine, { cause: error })
      : error;
  }
  return databaseOf(connection, engine);
}

function databaseOf(connection: Connection, engine: string): Database {
  const native = connection.getClient().db(connection.name);
  let isClosed = false;

  async function asking<T>(work: () => Promise<T>): Promise<T> {
    if (isClosed) throw new EngineUnavailableError(`${engine}, closed,`);
    try {
      return await work();
    } catch (error) {
      if (isUnavailable(error)) throw new EngineUnavailableError(engine, { cause: error });
      throw error;
    }
  }

  return {
    collection: (name) => native.collection(name),
    drop: async (name) => {
      try {
        await native.dropCollection(name);
      } catch (error) {
        // Before version 7 MongoDB refuses to drop what is not there.
        if (!(error instanceof mongo.MongoServerError && error.code === NO_SUCH_COLLECTION)) throw error;
      }
    },
    asking,
    ping: async () => {
      await asking(() => native.command({ ping: 1 }));
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await connection.close();
    },
  };
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * The indexes of operations in an unordered bulk that met a document already there.
 * @throws whatever else the bulk failed of
 */
export function duplicatesOf(error: unknown): readonly number[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const failed = [error.writeErrors].flat();
  if (failed.length === 0 || failed.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return failed.map(({ index }) => index);
}

function isUnavailable(error: unknown): boolean {
  if (CONNECTION_ERRORS.some((kind) => error instanceof kind)) return true;
  return error instanceof mongo.MongoServerError && PASSING_CODES.has(error.code);
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
