import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConfigError,
  createLogger,
  createWorker,
  loadConfig,
  openEngines,
  type Engines,
  type RunningWorker,
} from '@leadline/service-kit';
import { prepareDemo, type Demo } from '../demo.js';
import { DemoFolderError } from './demo-folder.js';
import { services } from '../services.js';

const NOW = new Date('2026-11-20T13:20:00.000Z');
const CATEGORIES = ['lead', 'user', 'team', 'marketplace', 'sources', 'closingReasons'];
const PASSWORD = 'for these specs only';

interface DemoRun {
  readonly engines: Engines;
  readonly printed: readonly string[];
  close(): Promise<void>;
}

interface Told {
  readonly stream: string;
  readonly type: string;
  readonly at: string;
  readonly rest: string;
}

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-demo-'));
  folders.push(folder);
  return folder;
}

/** As `npm start -- --demo` does it, with the work in the same thread. */
async function runDemo(folder: string, now = NOW): Promise<DemoRun> {
  const { demo, engines, config, worker, close } = await startDemo(folder, now);
  try {
    const printed = await demo.build({ engines, config });
    if (!(await worker.work.idle())) throw new Error('The work did not come to its end');
    return { engines, printed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startDemo(folder: string, now: Date) {
  const env = { LEADLINE_DATA: folder, LEADLINE_ADMIN_PASSWORD: PASSWORD, LOG_LEVEL: 'fatal' };
  const demo: Demo = prepareDemo(env, services, now);
  const config = loadConfig(env);
  const engines = await openEngines(config);
  const worker: RunningWorker = await createWorker({ services, engines, config, logger: createLogger('fatal') });
  const close = async (): Promise<void> => {
    await worker.stop();
    await engines.close();
  };
  return { demo, engines, config, worker, close };
}

/** What was told of leads and users, in the order of the streams. */
async function eventsOf({ eventStore }: Engines): Promise<Told[]> {
  const told: Told[] = [];
  for (let batch = await eventStore.readAll({ categories: CATEGORIES }); ;) {
    for (const { id, stream, type, data, metadata, revision } of batch.events) {
      told.push({ stream, type, at: String(metadata['at']), rest: JSON.stringify({ id, revision, data, metadata }) });
    }
    if (batch.caughtUp) break;
    batch = await eventStore.readAll({ categories: CATEGORIES, after: batch.position });
  }
  return told.sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0));
}

const ofLeads = (events: readonly Told[]): Told[] => events.filter(({ stream }) => stream.startsWith('lead-'));

let run: DemoRun;
let events: Told[];
let folder: string;

beforeAll(async () => {
  folder = await newFolder();
  run = await runDemo(folder);
  events = await eventsOf(run.engines);
}, 240_000);
afterAll(async () => {
  await run.close();
  for (const each of folders) await rm(each, { recursive: true, force: true });
});

describe('the demo', () => {
  it('is a firm with hundreds of leads, in every state there is', async () => {
    const leads = run.engines.readModels.reader<{ id: string; status: string; active: boolean }>(leadListOf());
    const count = async (where: Record<string, string | boolean>): Promise<number> =>
      (await leads.find({ where: { all: where }, limit: 1, total: true })).total ?? 0;
    expect(await count({})).toBeGreaterThan(330);
    for (const status of ['open', 'inProgress', 'won', 'lost']) expect(await count({ status })).toBeGreaterThan(10);
    expect(await count({ active: false })).toBeGreaterThan(3);
    const users = events.filter(({ type }) => type.startsWith('UserRegistered.'));
    expect(users).toHaveLength(15);
  });

  it('has everything in it that can happen to a lead', () => {
    const types = new Set(ofLeads(events).map(({ type }) => type.split('.')[0]));
    for (const type of [
      'LeadCreated',
      'LeadAccepted',
      'LeadAssigned',
      'LeadJournalEntryAdded',
      'LeadCorrected',
      'LeadPhaseAdvanced',
      'LeadSetBack',
      'LeadWon',
      'LeadLost',
      'LeadReopened',
      'LeadDeactivated',
      'LeadReactivated',
      'LeadResubmissionScheduled',
      'LeadResubmissionRescheduled',
      'LeadResubmissionDone',
      'LeadResubmissionCancelled',
    ]) {
      expect(types).toContain(type);
    }
  });

  it('tells each lead in order of time, within the last months, and nothing of the future', () => {
    const earliest = new Date(NOW.getTime() - 125 * 86_400_000).toISOString();
    const streams = Map.groupBy(ofLeads(events), ({ stream }) => stream);
    for (const told of streams.values()) {
      expect(told[0]?.type).toMatch(/^LeadCreated\./);
      const times = told.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect(times[0] && times[0] > earliest).toBe(true);
      expect(times.at(-1) && String(times.at(-1)) <= NOW.toISOString()).toBe(true);
    }
  });

  it('is alive: something came in today, and something was written down', () => {
    const today = ofLeads(events).filter(({ at }) => at.startsWith('2026-11-20'));
    expect(today.filter(({ type }) => type.startsWith('LeadCreated.')).length).toBeGreaterThan(0);
    expect(today.filter(({ type }) => type.startsWith('LeadJournalEntryAdded.')).length).toBeGreaterThan(2);
  });

  it('went out as public events, like anything else', async () => {
    expect(await run.engines.ledger.deadLetters()).toEqual([]);
  });

  it('says who can sign in', () => {
    const text = run.printed.join('\n');
    for (const word of ['anna.bergmann@', 'claudia.neuhaus@', 'admin@', PASSWORD]) expect(text).toContain(word);
  });

  it('is not built twice: the next start leaves everything as it is', async () => {
    await run.close();
    run = await runDemo(folder, new Date('2026-11-27T09:00:00.000Z'));
    expect(await eventsOf(run.engines)).toEqual(events);
    expect(run.printed.join('\n')).toContain(PASSWORD);
  }, 240_000);

  it('that was broken off is finished by the next start: the same to the letter, and nothing doubled', async () => {
    const brokenOff = await newFolder();
    const { demo, engines, config, close } = await startDemo(brokenOff, NOW);
    const building = demo.build({ engines, config }).catch((error: unknown) => error);
    await untilStored(engines, 1_500);
    await close();
    expect(await building).toBeInstanceOf(Error);

    const next = await runDemo(brokenOff, new Date('2026-11-21T09:00:00.000Z'));
    const finished = await eventsOf(next.engines);
    await next.close();
    expect(ofLeads(finished)).toEqual(ofLeads(events));
    expect(finished).toHaveLength(events.length);
  }, 240_000);
});

describe('the demo refuses', () => {
  it('a folder with data that is not its own', async () => {
    const real = await newFolder();
    const engines = await openEngines(loadConfig({ LEADLINE_DATA: real, LOG_LEVEL: 'fatal' }));
    await engines.close();
    expect(() => prepareDemo({ LEADLINE_DATA: real }, services, NOW)).toThrow(DemoFolderError);
  });

  it('engines that others may use', async () => {
    const env = { LEADLINE_DATA: await newFolder(), KAFKA_BROKERS: 'localhost:9092' };
    expect(() => prepareDemo(env, services, NOW)).toThrow(ConfigError);
  });
});

async function untilStored({ eventStore }: Engines, count: number): Promise<void> {
  let stored = 0;
  for (let after: string | null = null; stored < count;) {
    const batch = await eventStore.readAll({ categories: ['lead'], ...(after === null ? {} : { after }) });
    stored += batch.events.length;
    after = batch.position;
    if (batch.caughtUp) await new Promise((wake) => setTimeout(wake, 20));
  }
}

function leadListOf() {
  const model = services.flatMap(({ readModels }) => readModels).find(({ name }) => name === 'leadList');
  if (!model) throw new Error('There is no list of leads');
  return model;
}
