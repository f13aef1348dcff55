import { openSqliteEventStoreReadOnly, type EventStore } from '@leadline/engines/event-store';
import { openSqliteMessageBus } from '@leadline/engines/message-bus';
import { openSqliteReadModels } from '@leadline/engines/read-models';
import { leadsService } from '@leadline/leads-service';
import { filesIn } from '@leadline/service-kit';
import { openSqliteLedger, rebuildReadModel, runWork, type ReadModel } from '@leadline/subscriptions';
import { DatabaseSync } from 'node:sqlite';
import { inTurn, ratePerSecond } from '../measure.js';
import { perSecond, type Row } from '../report.js';
import type { Bench } from '../bench.js';
import { withFolder } from '../temporary-folder.js';

/** Reading the log and folding it, against SQLite and JSON.parse alone. */
export async function reading({ quick, leadFolder }: Bench): Promise<Row[]> {
  const { path, events, leads } = await leadFolder();
  const { events: file } = filesIn(path);
  const readModel = leadListOf(leadsService.readModels);
  const rounds = quick ? 1 : 2;
  return withFolder(async (folder) => {
    const store = openSqliteEventStoreReadOnly({ file });
    const raw = (): Promise<number> => rateOf(events, () => readRaw(file));
    try {
      await readRaw(file);
      const all = await inTurn(2 * rounds, () => rateOf(events, () => readAll(store)), raw);
      const live = await inTurn(1, () => rateOf(events, () => foldLive(store, readModel, folder)), raw);
      const rebuild = await inTurn(rounds, () => rateOf(events, () => rebuildOnce(store, readModel, folder)), raw);
      const row = (what: string, { a, b, ratio }: typeof all): Row => ({
        what,
        measured: `${perSecond(a)} events`,
        bare: `${perSecond(b)} selected and parsed`,
        ratio,
      });
      const size = `${leads.toLocaleString('en')} leads, ${events.toLocaleString('en')} events`;
      return [
        row(`the log read by readAll (${size})`, all),
        row('subscription catching up: lead list with indexes and search', live),
        { ...row('rebuild of the lead list', rebuild), aim: '≥ 0.4', met: rebuild.ratio >= 0.4 },
      ];
    } finally {
      await store.close();
    }
  });
}

function leadListOf(readModels: readonly ReadModel[]): ReadModel {
  const leadList = readModels.find(({ name }) => name === 'leadList');
  if (!leadList) throw new Error('The leads service has no leadList');
  return leadList;
}

/** How many events per second a single run of the work deals with. */
async function rateOf(events: number, work: () => Promise<void>): Promise<number> {
  return events * (await ratePerSecond(1, work));
}

/** The bare limit: every event selected and parsed, without a look at streams or ids. */
async function readRaw(file: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true });
  const select = database.prepare(
    'SELECT position, type, data, metadata FROM events WHERE position > ? ORDER BY position LIMIT 2000',
  );
  for (let position: unknown = 0; position !== undefined;) {
    const rows = select.all(Number(position));
    for (const { data, metadata } of rows) {
      JSON.parse(String(data));
      JSON.parse(String(metadata));
    }
    position = rows.at(-1)?.['position'];
  }
  database.close();
}

async function readAll(store: EventStore): Promise<void> {
  for (let after: string | null = null, isDone = false; !isDone;) {
    const batch = await store.readAll({ categories: ['lead'], after, limit: 2_000 });
    after = batch.position;
    isDone = batch.caughtUp;
  }
}

/** As the worker thread catches up: with a lease, checkpoints, and every index kept all the time. */
async function foldLive(eventStore: EventStore, readModel: ReadModel, folder: string): Promise<void> {
  await withEngines(folder, 'live', async ({ messageBus, readModels, ledger }) => {
    const work = [{ readModels: [readModel], reactions: [], publications: [], consumptions: [] }];
    const log = { info: noLog, warn: noLog, error: noLog };
    const running = runWork({ name: 'bench', work, eventStore, messageBus, readModels, ledger, log });
    if (!(await running.idle(600_000))) throw new Error('The lead list was not folded in ten minutes');
    await running.stop();
  });
}

async function rebuildOnce(eventStore: EventStore, readModel: ReadModel, folder: string): Promise<void> {
  await withEngines(folder, 'rebuild', async ({ readModels, ledger }) => {
    await rebuildReadModel({ readModel, eventStore, readModels, ledger });
  });
}

async function withEngines(
  folder: string,
  name: string,
  work: (engines: {
    messageBus: Awaited<ReturnType<typeof openSqliteMessageBus>>;
    readModels: ReturnType<typeof openSqliteReadModels>;
    ledger: ReturnType<typeof openSqliteLedger>;
  }) => Promise<void>,
): Promise<void> {
  const files = filesIn(`${folder}/${name}`);
  const ledger = openSqliteLedger({ file: files.work, mode: 'writer' });
  const messageBus = await openSqliteMessageBus({ file: files.work });
  const readModels = openSqliteReadModels({ file: files.readModels, mode: 'writer' });
  try {
    await work({ messageBus, readModels, ledger });
  } finally {
    await messageBus.close();
    await readModels.close();
    await ledger.close();
  }
}

function noLog(): void {
  // What the loop says is of no interest here; it fails loudly where it matters.
}
