import { describe, expect, it } from '@jest/globals';
import { crashing } from '../testing/crashing.js';
import { eventually } from '../testing/eventually.js';
import { inMemoryEngines, say, startWork, talkList, whileWorking, type InMemoryEngines } from '../testing/scenario.js';
import { generationKey } from './generation-key.js';
import { rebuildReadModel, tidyLetters } from './rebuild.js';
import { verifyReadModel } from './verify.js';

const readModel = talkList();

async function fill(engines: InMemoryEngines, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await say(engines.eventStore, `talk-${index % 7}`, String(index));
}

async function workUntilIdle(engines: InMemoryEngines, models = [readModel]): Promise<void> {
  const running = startWork(engines, { readModels: models });
  await whileWorking(running, async () => {
    expect(await running.idle()).toBe(true);
  });
}

/** As the embedded ledger does when it is opened: whoever held a lease is dead. */
async function freeLeases({ ledger }: InMemoryEngines): Promise<void> {
  for (const { name, holder } of await ledger.leases()) await ledger.releaseLease(name, holder);
}

describe('a rebuild', () => {
  it('folds all documents anew and puts them in place of the live ones', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 50);
    await workUntilIdle(engines);
    const before = engines.readModels.documents(readModel);
    engines.readModels.tamper(readModel, '3', { id: '3', words: ['wrong'] });
    engines.readModels.tamper(readModel, 'stray', { id: 'stray' });
    const { events, deadLetters, position } = await rebuildReadModel({ ...engines, readModel });
    expect(engines.readModels.documents(readModel)).toEqual(before);
    expect({ events, deadLetters, position }).toEqual({
      events: 50,
      deadLetters: 0,
      position: await engines.eventStore.head(),
    });
  });

  it('misses no event that comes while it runs, and the subscription goes on with the new generation', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 5_000);
    const running = startWork(engines, { readModels: [readModel] });
    await whileWorking(running, async () => {
      await running.idle();
      let isRebuilding = true;
      const rebuilding = rebuildReadModel({ ...engines, readModel }).finally(() => (isRebuilding = false));
      for (let index = 0; isRebuilding; index += 1) {
        await say(engines.eventStore, `talk-${index % 9}`, `during ${index}`);
        await new Promise(setImmediate);
      }
      const { generationId } = await rebuilding;
      await say(engines.eventStore, 'talk-1', 'after');
      expect(await running.idle()).toBe(true);
      expect((await engines.readModels.live(readModel)).id).toBe(generationId);
    });
    expect((await verifyReadModel({ ...engines, readModel })).differences).toEqual([]);
    expect(JSON.stringify(engines.readModels.documents(readModel)['1'])).toContain('after');
  });

  it('folds what the subscription wrote to the former generation amid the switch', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 10);
    const running = startWork(engines, { readModels: [readModel] });
    await whileWorking(running, async () => {
      await running.idle();
      const switchTo: typeof engines.readModels.switchTo = async (...args) => {
        const position = await say(engines.eventStore, 'talk-1', 'amid');
        expect(await running.waitUntil(position)).toBe(true);
        await engines.readModels.switchTo(...args);
      };
      await rebuildReadModel({ ...engines, readModels: { ...engines.readModels, switchTo }, readModel });
      expect(engines.readModels.documents(readModel)['1']?.['words']).toContain('amid');
    });
  });

  it('tells its progress, never beyond all and never back', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 4_500);
    const told: number[] = [];
    await rebuildReadModel({ ...engines, readModel, onProgress: ({ progress }) => told.push(progress) });
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('that is given up leaves the live generation as it was, and nothing else', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 5_000);
    await workUntilIdle(engines);
    const before = engines.readModels.documents(readModel);
    const giveUp = new AbortController();
    const reason = new Error('Given up');
    const rebuilding = rebuildReadModel({
      ...engines,
      readModel,
      signal: giveUp.signal,
      onProgress: () => giveUp.abort(reason),
    });
    await expect(rebuilding).rejects.toBe(reason);
    expect(engines.readModels.documents(readModel)).toEqual(before);
    expect(engines.readModels.generations()).toHaveLength(1);
  });

  it('puts the dead letters of its own fold in place of those of before', async () => {
    const engines = inMemoryEngines();
    for (const word of ['a', 'old', 'b']) await say(engines.eventStore, 'talk-1', word);
    for (const word of ['c', 'new', 'd']) await say(engines.eventStore, 'talk-2', word);
    await workUntilIdle(engines, [talkList({ poison: new Set(['old']) })]);
    await rebuildReadModel({ ...engines, readModel: talkList({ poison: new Set(['new']) }) });
    expect(engines.readModels.documents(readModel)).toEqual({
      '1': { id: '1', words: ['a', 'old', 'b'] },
      '2': { id: '2', words: ['c'] },
    });
    expect((await engines.ledger.deadLetters()).map(({ stream }) => stream)).toEqual(['talk-2']);
    await say(engines.eventStore, 'talk-2', 'e');
    await workUntilIdle(engines);
    expect(engines.readModels.documents(readModel)['2']).toEqual({ id: '2', words: ['c'] });
  });

  it('that fails takes its dead letters with it', async () => {
    const engines = inMemoryEngines();
    await say(engines.eventStore, 'talk-1', 'bad');
    const switchTo = async (): Promise<never> => {
      throw new Error('No room');
    };
    const readModels = { ...engines.readModels, switchTo };
    const poisoned = talkList({ poison: new Set(['bad']) });
    await expect(rebuildReadModel({ ...engines, readModels, readModel: poisoned })).rejects.toThrow();
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it.each(['switchTo', 'removeDeadLetter'] as const)(
    'that is killed at %s leaves no letters for ever: whoever works next removes them',
    async (killedAt) => {
      const engines = inMemoryEngines();
      await say(engines.eventStore, 'talk-1', 'bad');
      const poisoned = talkList({ poison: new Set(['bad']) });
      await workUntilIdle(engines, [poisoned]);
      const killed = crashing(engines, { effect: Infinity, isDone: false, at: killedAt });
      await expect(rebuildReadModel({ ...killed.engines, readModel: poisoned })).rejects.toThrow();
      expect(await engines.ledger.deadLetters()).toHaveLength(2);
      await freeLeases(engines);
      const running = startWork(engines, { readModels: [poisoned] });
      await whileWorking(running, () =>
        eventually(async () => {
          const live = generationKey(poisoned, await engines.readModels.live(poisoned));
          expect(await engines.ledger.deadLetters()).toMatchObject([{ stream: 'talk-1', generation: live }]);
        }),
      );
    },
  );

  it('under way keeps its letters, whoever works beside it', async () => {
    const engines = inMemoryEngines();
    await say(engines.eventStore, 'talk-1', 'bad');
    const poisoned = talkList({ poison: new Set(['bad']) });
    await workUntilIdle(engines, [poisoned]);
    const switchTo: typeof engines.readModels.switchTo = async (...args) => {
      // Its letters are written, and it is not live yet.
      const readModel = poisoned;
      await tidyLetters({ ...engines, readModel, lease: { ttlMs: 20, renewEveryMs: 5 } });
      expect(await engines.ledger.deadLetters()).toHaveLength(2);
      await engines.readModels.switchTo(...args);
    };
    await rebuildReadModel({ ...engines, readModels: { ...engines.readModels, switchTo }, readModel: poisoned });
    expect(await engines.ledger.deadLetters()).toHaveLength(1);
  });

  it('keeps the partitions of the subscription', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 100);
    await rebuildReadModel({ ...engines, readModel, partitions: 3 });
    const live = await engines.readModels.live(readModel);
    const checkpoints = await Promise.all([0, 1, 2].map((partition) => live.checkpoint(partition)));
    expect(new Set(checkpoints)).toEqual(new Set([await engines.eventStore.head()]));
  });
});

describe('a verification', () => {
  it('finds nothing where all is well, also while events come', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 3_000);
    const running = startWork(engines, { readModels: [readModel] });
    await whileWorking(running, async () => {
      await running.idle();
      let isVerifying = true;
      const verifying = verifyReadModel({ ...engines, readModel }).finally(() => (isVerifying = false));
      for (let index = 0; isVerifying; index += 1) {
        await say(engines.eventStore, `talk-${index % 9}`, `during ${index}`);
        await new Promise(setImmediate);
      }
      expect((await verifying).differences).toEqual([]);
    });
  });

  it('finds the document that was changed, the one that is missing and the one too many', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 50);
    await workUntilIdle(engines);
    engines.readModels.tamper(readModel, '1', { id: '1', words: ['wrong'] });
    engines.readModels.tamper(readModel, '2', null);
    engines.readModels.tamper(readModel, 'stray', { id: 'stray' });
    const { differences, events } = await verifyReadModel({ ...engines, readModel });
    expect([...differences].sort()).toEqual(['1', '2', 'stray']);
    expect(events).toBe(50);
  });

  it('throws its own fold away', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 50);
    await workUntilIdle(engines);
    await verifyReadModel({ ...engines, readModel });
    expect(engines.readModels.generations()).toHaveLength(1);
  });

  it('compares with the log up to where the live documents stand, not beyond', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 50);
    await workUntilIdle(engines);
    await fill(engines, 50);
    expect(await verifyReadModel({ ...engines, readModel })).toMatchObject({ events: 50, differences: [] });
  });
});
