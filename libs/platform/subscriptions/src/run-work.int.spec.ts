import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKurrentEventStore, openSqliteEventStore } from '@leadline/engines/event-store';
import { openKafkaMessageBus, openSqliteMessageBus } from '@leadline/engines/message-bus';
import { openMongoReadModels, openSqliteReadModels } from '@leadline/engines/read-models';
import { createConnection } from 'mongoose';
import type { Work } from './definitions.js';
import { openMongoLedger } from './ledger/mongo.js';
import { openSqliteLedger } from './ledger/sqlite.js';
import { generationKey } from './read-models/generation-key.js';
import { rebuildReadModel } from './read-models/rebuild.js';
import { verifyReadModel } from './read-models/verify.js';
import { subscriptionStatuses } from './subscription-statuses.js';
import { crashing } from './testing/crashing.js';
import { eventually } from './testing/eventually.js';
import { waitForPosition } from './wait-for-position.js';
import { resetCheckpoints } from './work/setback.js';
import {
  recordingConsumption,
  recordingReaction,
  say,
  startWork,
  talkList,
  talkPublication,
  whileWorking,
  wordOf,
  type Engines,
} from './testing/scenario.js';

/** A place that engines are opened in, again and again, as by one process after another. */
interface Place {
  open(): Promise<Engines>;
  remove(): Promise<void>;
}

const embedded = async (): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-work-'));
  const work = join(folder, 'work.sqlite');
  return {
    open: async () => ({
      eventStore: openSqliteEventStore({ file: join(folder, 'events.sqlite') }),
      messageBus: await openSqliteMessageBus({ file: work }),
      readModels: openSqliteReadModels({ file: join(folder, 'read-models.sqlite'), mode: 'writer' }),
      ledger: openSqliteLedger({ file: work, mode: 'writer' }),
    }),
    remove: () => rm(folder, { recursive: true }),
  };
};

const distributed = (eventStoreUrl: string, brokers: string, mongoUrl: string) => async (): Promise<Place> => {
  const url = new URL(mongoUrl);
  url.pathname = `/work_${randomUUID().slice(0, 8)}`;
  return {
    open: async () => ({
      eventStore: await openKurrentEventStore({ url: eventStoreUrl }),
      messageBus: await openKafkaMessageBus({ brokers: brokers.split(','), clientId: 'work-spec' }),
      readModels: await openMongoReadModels({ url: url.href }),
      ledger: await openMongoLedger({ url: url.href }),
    }),
    remove: async () => {
      const connection = await createConnection(url.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};

const { EVENT_STORE_URL, KAFKA_BROKERS, MONGODB_URL } = process.env;

describeWork('the embedded engines', embedded);
if (EVENT_STORE_URL !== undefined && KAFKA_BROKERS !== undefined && MONGODB_URL !== undefined) {
  describeWork('the distributed engines', distributed(EVENT_STORE_URL, KAFKA_BROKERS, MONGODB_URL));
} else {
  describe.skip('the work on the distributed engines', () => {
    it('needs EVENT_STORE_URL, KAFKA_BROKERS and MONGODB_URL', () => undefined);
  });
}

function describeWork(name: string, place: () => Promise<Place>): void {
  describe(`the work on ${name}`, () => {
    let at: Place;
    // Engines that many share keep what earlier runs left: names of one's own keep it apart.
    const own = randomUUID().replace(/[^a-f]/g, '');
    const category = `talk${own}`;
    const topic = { name: `leadline.${own}.v1`, partitions: 3, retentionDays: 1 };
    const readModel = { ...talkList(), name: `talkList${own}`, categories: [category] };
    const poisoned = { ...talkList({ poison: new Set(['bad']) }), name: readModel.name, categories: [category] };
    const inCategory = (id: number): string => `${category}-${id}`;

    beforeEach(async () => {
      at = await place();
    });
    afterEach(() => at.remove());

    /** What one process does, from opening the engines to closing them. */
    async function inOneProcess<T>(act: (engines: Engines) => Promise<T>): Promise<T> {
      const engines = await at.open();
      try {
        return await act(engines);
      } finally {
        await engines.messageBus.close();
        await engines.ledger.close();
        await engines.readModels.close();
        await engines.eventStore.close();
      }
    }

    const work = (engines: Engines, what: Partial<Work>) =>
      startWork(engines, what, { name: own, lease: { ttlMs: 6_000, renewEveryMs: 200 } });

    it('is done once over a restart, and all of it', async () => {
      const reaction = recordingReaction({ name: `echo${own}`, categories: [category] });
      const consumption = { ...recordingConsumption(), name: `listen${own}`, topics: [topic] };
      const publication = { ...talkPublication(), name: `publish${own}`, categories: [category], topic };
      const what = {
        readModels: [readModel],
        reactions: [reaction],
        publications: [publication],
        consumptions: [consumption],
      };
      const words = Array.from({ length: 40 }, (_, index) => `word ${index}`);
      for (const from of [0, 20]) {
        await inOneProcess(async (engines) => {
          const running = work(engines, what);
          await whileWorking(running, async () => {
            for (const [index, word] of words.entries()) {
              if (index >= from && index < from + 20) await say(engines.eventStore, inCategory(index % 5), word);
            }
            expect(await running.idle()).toBe(true);
          });
        });
      }
      await inOneProcess(async ({ readModels, eventStore, ledger }) => {
        const reader = readModels.reader(readModel);
        expect(await reader.get('3')).toEqual({ id: '3', words: words.filter((_, index) => index % 5 === 3) });
        expect((await verifyReadModel({ readModel, readModels, eventStore })).differences).toEqual([]);
        const statuses = await subscriptionStatuses(ledger);
        expect(statuses.find((status) => status.name === reaction.name)).toMatchObject({ lag: 0, holder: null });
      });
      expect(reaction.calls.map(wordOf).sort()).toEqual([...words].sort());
      expect(consumption.calls.map(({ value }) => value).sort()).toEqual([...words].sort());
    }, 120_000);

    it('rebuilds and verifies a read model while events come, and lets queries wait for what they know', async () => {
      await inOneProcess(async (engines) => {
        const { eventStore, readModels } = engines;
        for (let index = 0; index < 200; index += 1) await say(eventStore, inCategory(index % 20), `word ${index}`);
        const running = work(engines, { readModels: [readModel] });
        await whileWorking(running, async () => {
          expect(await running.idle()).toBe(true);
          let isRebuilding = true;
          const rebuilding = rebuildReadModel({ ...engines, readModel }).finally(() => (isRebuilding = false));
          let position = await say(eventStore, inCategory(1), 'during');
          while (isRebuilding) position = await say(eventStore, inCategory(1), 'during');
          await rebuilding;
          const { checkpoint } = readModels.reader(readModel);
          const categories = readModel.categories;
          expect(await waitForPosition({ checkpoint, eventStore, categories, position, timeoutMs: 10_000 })).toBe(true);
          expect((await verifyReadModel({ ...engines, readModel })).differences).toEqual([]);
        });
      });
    }, 120_000);

    it('keeps dead letters over a restart, and deals with what waits behind one when it is retried', async () => {
      const letterId = await inOneProcess(async (engines) => {
        for (const word of ['a', 'bad', 'c']) await say(engines.eventStore, inCategory(101), word);
        const running = work(engines, { readModels: [poisoned] });
        await whileWorking(running, async () => {
          expect(await running.idle()).toBe(true);
        });
        expect(await engines.readModels.reader(poisoned).get('101')).toEqual({ id: '101', words: ['a'] });
        return (await engines.ledger.deadLetters(poisoned.name))[0]?.id ?? 'none';
      });
      await inOneProcess(async (engines) => {
        const running = work(engines, { readModels: [readModel] });
        await whileWorking(running, async () => {
          await running.retryDeadLetter(letterId);
          expect(await running.idle()).toBe(true);
        });
        expect(await engines.readModels.reader(readModel).get('101')).toEqual({ id: '101', words: ['a', 'bad', 'c'] });
        expect(await engines.ledger.deadLetters()).toEqual([]);
      });
    }, 120_000);

    it.each([
      ['before', false],
      ['after', true],
    ])(
      'keeps one dead letter of an event where a rebuild is killed %s its switch',
      async (_, isDone) => {
        await inOneProcess(async (engines) => {
          for (const word of ['a', 'bad']) await say(engines.eventStore, inCategory(isDone ? 102 : 103), word);
          await rebuildReadModel({ ...engines, readModel: poisoned });
          const killed = crashing(engines, { effect: Infinity, isDone, at: 'switchTo' });
          await expect(rebuildReadModel({ ...killed.engines, readModel: poisoned })).rejects.toThrow();
        });
        await inOneProcess(async (engines) => {
          const running = work(engines, { readModels: [poisoned] });
          await whileWorking(running, async () => {
            await eventually(async () => {
              const letters = await engines.ledger.deadLetters(poisoned.name);
              const live = generationKey(poisoned, await engines.readModels.live(poisoned));
              expect(new Set(letters.map(({ generation }) => generation))).toEqual(new Set([live]));
              expect(new Set(letters.map(({ stream }) => stream)).size).toBe(letters.length);
            }, 30_000);
          });
        });
      },
      120_000,
    );

    it('refuses what is ahead of the log until its checkpoint is reset, and folds a read model anew', async () => {
      const reaction = recordingReaction({ name: `ahead${own}`, categories: [category] });
      const isAhead = async ({ ledger }: Engines): Promise<boolean> =>
        (await subscriptionStatuses(ledger)).some(
          ({ name, problem }) => name === reaction.name && problem === 'aheadOfLog',
        );
      await inOneProcess(async (engines) => {
        await say(engines.eventStore, inCategory(1), 'hello');
        const beyond = `9${(await engines.eventStore.head())?.slice(1)}`;
        await engines.ledger.saveCheckpoint(reaction.name, 0, beyond);
        const generation = await engines.readModels.live(readModel);
        const ghost = { id: 'ghost', document: { id: 'ghost', words: ['boo'] }, position: beyond };
        await generation.write([ghost], { partition: 0, position: beyond });
        const running = work(engines, { readModels: [readModel], reactions: [reaction] });
        await whileWorking(running, async () => {
          await eventually(async () => expect(await isAhead(engines)).toBe(true));
          await eventually(async () => expect(await engines.readModels.reader(readModel).get('ghost')).toBeNull());
        });
        expect((await verifyReadModel({ ...engines, readModel })).differences).toEqual([]);
        await say(engines.eventStore, inCategory(1), 'new');
      });
      await inOneProcess(async (engines) => {
        const running = work(engines, { readModels: [readModel], reactions: [reaction] });
        await whileWorking(running, async () => {
          await eventually(async () => expect(await isAhead(engines)).toBe(true));
          expect(await resetCheckpoints(engines.ledger)).toHaveLength(1);
          await eventually(() => expect(reaction.calls.map(wordOf)).toEqual(['new']));
          await eventually(async () => expect(await isAhead(engines)).toBe(false));
        });
      });
    });
  });
}
