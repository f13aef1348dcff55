import type { MessagePort } from 'node:worker_threads';
import { openFolderBlobs, openGridFsBlobs } from '@leadline/engines/blobs';
import {
  openKurrentEventStore,
  openSqliteEventStore,
  openSqliteEventStoreReader,
  type EventStore,
  type SqliteEventStore,
} from '@leadline/engines/event-store';
import { openKafkaMessageBus, openSqliteMessageBus, openSqliteMessageBusReader } from '@leadline/engines/message-bus';
import { openMongoReadModels, openSqliteReadModels } from '@leadline/engines/read-models';
import { openMongoLedger, openSqliteLedger } from '@leadline/subscriptions';
import type { Config, DistributedEngines } from '../config/config.js';
import type { Engines } from '../service-definition.js';
import { filesIn, takeDataFolder } from './data-folder.js';

/** The engines of the thread that serves HTTP, with the store that it writes for the other one. */
export interface ApiEngines extends Engines {
  /** Embedded only: what the worker thread appends goes through it. */
  readonly writer?: SqliteEventStore;
}

/**
 * Engines for a process that serves HTTP and leaves the work to a worker thread or to other processes.
 * @throws DataFolderInUseError, EngineUnavailableError
 */
export async function openApiEngines(config: Config): Promise<ApiEngines> {
  if (config.engines.kind === 'distributed') return openDistributed(config.engines);
  const folder = takeDataFolder(config.engines.folder);
  const files = filesIn(folder.folder);
  const writer = openSqliteEventStore({ file: files.events });
  const engines = closingInOrder({
    eventStore: writer,
    messageBus: await openSqliteMessageBusReader({ file: files.work }),
    readModels: openSqliteReadModels({ file: files.readModels, mode: 'reader' }),
    ledger: openSqliteLedger({ file: files.work, mode: 'reader' }),
    blobs: await openFolderBlobs({ folder: files.blobs }),
  });
  return { ...engines, writer, close: () => engines.close().finally(() => folder.release()) };
}

/** Engines for the worker: in the embedded form its appends go to the thread behind the port. */
export async function openWorkEngines(config: Config, writer: MessagePort | null): Promise<Engines> {
  if (config.engines.kind === 'distributed') return openDistributed(config.engines);
  if (!writer) throw new Error('The embedded worker needs the port of the thread that writes the events');
  const files = filesIn(config.engines.folder);
  return openWriters(files, openSqliteEventStoreReader({ file: files.events, writer }));
}

/**
 * Engines for a process that does everything on one thread: the command line, specs.
 * @throws DataFolderInUseError, EngineUnavailableError
 */
export async function openEngines(config: Config): Promise<Engines> {
  if (config.engines.kind === 'distributed') return openDistributed(config.engines);
  const folder = takeDataFolder(config.engines.folder);
  const files = filesIn(folder.folder);
  const engines = await openWriters(files, openSqliteEventStore({ file: files.events }));
  return { ...engines, close: () => engines.close().finally(() => folder.release()) };
}

async function openWriters(files: ReturnType<typeof filesIn>, eventStore: EventStore): Promise<Engines> {
  const ledger = openSqliteLedger({ file: files.work, mode: 'writer' });
  // The data folder is this process's alone, so whoever holds a lease in it is gone: nobody need wait for its end.
  for (const { name, holder } of await ledger.leases()) await ledger.releaseLease(name, holder);
  return closingInOrder({
    eventStore,
    messageBus: await openSqliteMessageBus({ file: files.work }),
    readModels: openSqliteReadModels({ file: files.readModels, mode: 'writer' }),
    ledger,
    blobs: await openFolderBlobs({ folder: files.blobs }),
  });
}

async function openDistributed({ eventStoreUrl, kafkaBrokers, mongodbUrl }: DistributedEngines): Promise<Engines> {
  return closingInOrder({
    eventStore: openKurrentEventStore({ url: eventStoreUrl }),
    messageBus: await openKafkaMessageBus({ brokers: kafkaBrokers, clientId: 'leadline' }),
    readModels: await openMongoReadModels({ url: mongodbUrl }),
    ledger: await openMongoLedger({ url: mongodbUrl }),
    blobs: await openGridFsBlobs({ url: mongodbUrl }),
  });
}

/** The event store last: what else is closing may still have something to say to it. */
function closingInOrder(engines: Omit<Engines, 'close'>): Engines {
  const { messageBus, readModels, ledger, blobs, eventStore } = engines;
  return {
    ...engines,
    close: async () => {
      const results: PromiseSettledResult<void>[] = [];
      for (const engine of [messageBus, readModels, ledger, blobs, eventStore]) {
        results.push(...(await Promise.allSettled([engine.close()])));
      }
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
