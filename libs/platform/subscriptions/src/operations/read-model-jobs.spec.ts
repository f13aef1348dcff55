import { describe, expect, it } from '@jest/globals';
import { handleCommand, newId } from '@leadline/event-sourcing';
import type { Job } from '../ledger-port.js';
import { verifyReadModel } from '../read-models/verify.js';
import {
  inMemoryEngines,
  say,
  startWork,
  talkList,
  whileWorking,
  wordCounts,
  type InMemoryEngines,
} from '../testing/scenario.js';
import { operationAggregate, type OperationCommand } from './operation.js';

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
