import { describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { handleCommand } from '@leadline/event-sourcing';
import type { Job } from '../ledger-port.js';
import { operationAggregate, type OperationCommand } from '../operations/operation.js';
import {
  inMemoryEngines,
  say,
  startWork,
  talkList,
  whileWorking,
  wordCounts,
  type InMemoryEngines,
} from '../testing/scenario.js';
import { rebuildReadModel } from './rebuild.js';
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

describe('a job that was asked for', () => {
  async function ask(
    engines: InMemoryEngines,
    type: 'RequestReadModelRebuild' | 'RequestReadModelVerification',
    name: string,
  ): Promise<string> {
    const jobId = newId();
    const command: OperationCommand = {
      type,
      data: { jobId, readModel: name },
      metadata: {
        id: newId(),
        actor: { kind: 'user', id: 'u', name: 'U' },
        at: new Date().toISOString(),
        correlationId: jobId,
      },
    };
    await handleCommand(engines.eventStore, operationAggregate, jobId, command);
    return jobId;
  }

  it('is carried out, and tells how it went', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 50);
    await workUntilIdle(engines);
    engines.readModels.tamper(readModel, '1', { id: '1', words: ['wrong'] });
    const verification = await ask(engines, 'RequestReadModelVerification', 'talkList');
    const rebuild = await ask(engines, 'RequestReadModelRebuild', 'talkList');
    await workUntilIdle(engines);
    expect(await engines.ledger.job(verification)).toMatchObject({
      state: 'done',
      kind: 'verify',
      differences: ['1'],
      progress: 1,
    });
    expect(await engines.ledger.job(rebuild)).toMatchObject({ state: 'done', kind: 'rebuild', done: 50, progress: 1 });
    expect((await verifyReadModel({ ...engines, readModel })).differences).toEqual([]);
  });

  it('is left to the runner that keeps that read model', async () => {
    const engines = inMemoryEngines();
    const job = await ask(engines, 'RequestReadModelRebuild', 'wordCounts');
    const other = startWork(engines, { readModels: [readModel] }, { name: 'other' });
    await whileWorking(other, () => other.idle());
    expect(await engines.ledger.job(job)).toBeNull();
    await workUntilIdle(engines, [wordCounts() as never]);
    expect(await engines.ledger.job(job)).toMatchObject({ state: 'done' });
  });

  it('is not run again once it is done', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 10);
    const id = await ask(engines, 'RequestReadModelRebuild', 'talkList');
    const done: Job = { id, kind: 'rebuild', readModel: 'talkList', state: 'done', done: 3, progress: 1 };
    await engines.ledger.putJob(done);
    await workUntilIdle(engines);
    expect(await engines.ledger.job(id)).toEqual(done);
    expect(engines.readModels.generations()).toHaveLength(1);
  });

  it('says why it failed, and is not tried for ever', async () => {
    const engines = inMemoryEngines();
    await fill(engines, 10);
    await workUntilIdle(engines);
    const id = await ask(engines, 'RequestReadModelRebuild', 'talkList');
    const readModels = {
      ...engines.readModels,
      begin: async () => {
        throw Object.assign(new Error('No room'), { code: 'disk.full' });
      },
    };
    await workUntilIdle({ ...engines, readModels });
    expect(await engines.ledger.job(id)).toMatchObject({ state: 'failed', error: 'disk.full: No room' });
  });
});
