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
import { tracedEventStore } from '../tracing/traced-event-store.js';
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
  if (config.engines.kind === 'distributed') return openDistributed(config, config.engines);
  const { folder, release } = takeDataFolder(config.engines.folder);
  const { events, work, readModels, blobs } = filesIn(folder);
  return openingOrNothing(release, async (keep) => {
    const writer = keep(openSqliteEventStore({ file: events }));
    return {
      writer,
      eventStore: seen(config, writer),
      messageBus: keep(await openSqliteMessageBusReader({ file: work })),
      readModels: keep(openSqliteReadModels({ file: readModels, mode: 'reader' })),
      ledger: keep(openSqliteLedger({ file: work, mode: 'reader' })),
      blobs: keep(await openFolderBlobs({ folder: blobs })),
    };
  });
}

/** Engines for the worker: in the embedded form its appends go to the thread behind the port. */
export async function openWorkEngines(config: Config, writer: MessagePort | null): Promise<Engines> {
  if (config.engines.kind === 'distributed') return openDistributed(config, config.engines);
  if (!writer) throw new Error('The embedded worker needs the port of the thread that writes the events');
  const files = filesIn(config.engines.folder);
  const open = () => openSqliteEventStoreReader({ file: files.events, writer });
  return openingOrNothing(nothing, (keep) => openWriters(config, files, open, keep));
}

/**
 * Engines for a process that does everything on one thread: the command line, specs.
 * @throws DataFolderInUseError, EngineUnavailableError
 */
export async function openEngines(config: Config): Promise<Engines> {
  if (config.engines.kind === 'distributed') return openDistributed(config, config.engines);
  const { folder, release } = takeDataFolder(config.engines.folder);
  const files = filesIn(folder);
  const open = () => openSqliteEventStore({ file: files.events });
  return openingOrNothing(release, (keep) => openWriters(config, files, open, keep));
}

async function openWriters(
  config: Config,
  files: ReturnType<typeof filesIn>,
  openEventStore: () => EventStore,
  keep: Keep,
): Promise<Opened> {
  const eventStore = keep(openEventStore());
  const ledger = keep(openSqliteLedger({ file: files.work, mode: 'writer' }));
  // The data folder is this process's alone, so whoever holds a lease in it is gone: nobody need wait for its end.
  for (const { name, holder } of await ledger.leases()) await ledger.releaseLease(name, holder);
  return {
    eventStore: seen(config, eventStore),
    ledger,
    messageBus: keep(await openSqliteMessageBus({ file: files.work })),
    readModels: keep(openSqliteReadModels({ file: files.readModels, mode: 'writer' })),
    blobs: keep(await openFolderBlobs({ folder: files.blobs })),
  };
}

function openDistributed(
  config: Config,
  { eventStoreUrl, kafkaBrokers, mongodbUrl }: DistributedEngines,
): Promise<Engines> {
  return openingOrNothing(nothing, async (keep) => ({
    eventStore: seen(config, keep(await openKurrentEventStore({ url: eventStoreUrl }))),
    messageBus: keep(await openKafkaMessageBus({ brokers: kafkaBrokers, clientId: 'leadline' })),
    readModels: keep(await openMongoReadModels({ url: mongodbUrl })),
    ledger: keep(await openMongoLedger({ url: mongodbUrl })),
    blobs: keep(await openGridFsBlobs({ url: mongodbUrl })),
  }));
}

/** The store as its process uses it: where traces are configured, an append is part of one. */
function seen(config: Config, eventStore: EventStore): EventStore {
  const system = config.engines.kind === 'distributed' ? 'eventstoredb' : 'sqlite';
  return config.tracing ? tracedEventStore(eventStore, system) : eventStore;
}

type Opened = Omit<Engines, 'close'>;
interface Closable {
  close(): Promise<void>;
}
/** Remembers what was opened, to be closed again. */
type Keep = <T extends Closable>(engine: T) => T;

const nothing = (): void => undefined;

/** Opens all or nothing: where one fails, those before it are closed again. What was opened first is closed last. */
async function openingOrNothing<T extends Opened>(
  afterwards: () => void,
  open: (keep: Keep) => Promise<T>,
): Promise<T & Closable> {
  const opened: Closable[] = [];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const engine of opened.splice(0).reverse()) {
      await engine.close().catch((error: unknown) => failures.push(error));
    }
    afterwards();
    if (failures.length > 0) throw new AggregateError(failures, 'Not every engine closed in good order');
  };
  try {
    const engines = await open((engine) => {
      opened.push(engine);
      return engine;
    });
    return { ...engines, close };
  } catch (error) {
    await close().catch(nothing); // the first failure is the one to tell
    throw error;
  }
}
