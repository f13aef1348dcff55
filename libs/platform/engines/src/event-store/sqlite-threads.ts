import type { MessagePort } from 'node:worker_threads';
import { WrongExpectedRevisionError } from '@leadline/event-sourcing';
import type { Appended, ExpectedRevision, NewEvent, Snapshot } from '@leadline/event-sourcing';
import { EngineUnavailableError } from '../errors.js';
import { AppendTooLargeError, type EventStore } from './port.js';
import { openForReading } from './sqlite-file.js';
import { sqliteReadSide } from './sqlite-read-side.js';
import type { SqliteEventStore } from './sqlite.js';
import { wake } from './wake.js';

type Write =
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly events: readonly NewEvent[];
      readonly expected: ExpectedRevision;
    }
  | { readonly kind: 'snapshot'; readonly stream: string; readonly snapshot: Snapshot };

type Request = Write & { readonly id: number };

/** An error's class does not survive the way between threads: what callers tell apart goes by name. */
type Failure =
  | {
      readonly kind: 'wrong-revision';
      readonly stream: string;
      readonly expected: ExpectedRevision;
      readonly actual: number;
    }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly engine: string }
  | { readonly kind: 'other'; readonly error: unknown };

type Message =
  | { readonly kind: 'committed' }
  | { readonly kind: 'done'; readonly id: number; readonly appended: Appended | null }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** Looks by itself now and then, should a message ever be missed. */
const POLL_MS = 1_000;

/**
 * Lets the thread at the other end of the port write through this thread's store, and tells it of every commit.
 * Ends when the port is closed at either end, or by the function returned.
 */
export function serveEventStore(store: SqliteEventStore, port: MessagePort): () => void {
  const send = (message: Message) => port.postMessage(message);
  const endTelling = store.onCommit(() => send({ kind: 'committed' }));

  const carryOut = (write: Write): Promise<Appended | null> => {
    switch (write.kind) {
      case 'append':
        return store.append(write.stream, write.events, write.expected);
      case 'snapshot':
        return store.writeSnapshot(write.stream, write.snapshot).then(() => null);
    }
  };
  const receive = (request: Request) => {
    carryOut(request).then(
      (appended) => send({ kind: 'done', id: request.id, appended }),
      (error: unknown) => send({ kind: 'failed', id: request.id, failure: failureOf(error) }),
    );
  };
  const end = () => {
    endTelling();
    port.off('message', receive);
    port.close();
  };
  port.on('message', receive);
  port.once('close', end);
  return end;
}

/**
 * The event store of a thread that does not write the file: reads on a connection of its own, hands writes to the
 * thread behind the port ({@link serveEventStore}), and is woken by it.
 * @throws EventStoreFileError when the file cannot be used
 */
export function openSqliteEventStoreReader(options: {
  readonly file: string;
  readonly writer: MessagePort;
}): EventStore {
  const { file, writer } = options;
  const database = openForReading(file);
  const awake = wake();
  const { port, end } = sqliteReadSide(database, file, awake, POLL_MS);
  const pending = new Map<number, { resolve(appended: Appended | null): void; reject(error: unknown): void }>();
  let lastId = 0;
  let isGone = false;

  const receive = (message: Message) => {
    switch (message.kind) {
      case 'committed':
        awake.call();
        return;
      case 'done':
        pending.get(message.id)?.resolve(message.appended);
        pending.delete(message.id);
        return;
      case 'failed':
        pending.get(message.id)?.reject(errorOf(message.failure));
        pending.delete(message.id);
        return;
    }
  };
  const lose = () => {
    isGone = true;
    for (const { reject } of pending.values()) reject(writerGone(file));
    pending.clear();
  };
  writer.on('message', receive);
  writer.once('close', lose);

  const ask = (write: Write): Promise<Appended | null> =>
    new Promise((resolve, reject) => {
      if (isGone) {
        reject(writerGone(file));
        return;
      }
      lastId += 1;
      writer.postMessage({ ...write, id: lastId } satisfies Request); // throws what cannot be handed over
      pending.set(lastId, { resolve, reject });
    });

  return {
    ...port,
    append: async (stream, events, expected) => {
      const appended = await ask({ kind: 'append', stream, events, expected });
      if (!appended) throw new Error('The writing thread answered an append without saying where it stands');
      return appended;
    },
    writeSnapshot: async (stream, snapshot) => {
      await ask({ kind: 'snapshot', stream, snapshot });
    },
    close: async () => {
      if (!database.isOpen) return;
      end();
      lose();
      writer.close();
      database.close();
    },
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof WrongExpectedRevisionError) {
    return { kind: 'wrong-revision', stream: error.stream, expected: error.expected, actual: error.actual };
  }
  if (error instanceof AppendTooLargeError) return { kind: 'too-large', message: error.message };
  if (error instanceof EngineUnavailableError) return { kind: 'unavailable', engine: error.engine };
  return { kind: 'other', error };
}

function errorOf(failure: Failure): unknown {
  switch (failure.kind) {
    case 'wrong-revision':
      return new WrongExpectedRevisionError(failure.stream, failure.expected, failure.actual);
    case 'too-large':
      return new AppendTooLargeError(failure.message);
    case 'unavailable':
      return new EngineUnavailableError(failure.engine);
    case 'other':
      return failure.error;
  }
}

function writerGone(file: string): EngineUnavailableError {
  return new EngineUnavailableError(`The thread that writes ${file}`);
}
