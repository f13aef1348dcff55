import { describe, expect, it } from '@jest/globals';
import { verifyReadModel } from './read-models/verify.js';
import type { RunningWork } from './run-work.js';
import { crashing } from './testing/crashing.js';
import { eventually } from './testing/eventually.js';
import { inMemoryEventStore } from './testing/in-memory-event-store.js';
import {
  inMemoryEngines,
  recordingReaction,
  say,
  silent,
  startWork,
  talkList,
  talkPublication,
  whileWorking,
  wordCounts,
  wordOf,
  type InMemoryEngines,
} from './testing/scenario.js';
import { resetCheckpoints } from './work/setback.js';

const readModel = talkList();

async function sayAll(engines: InMemoryEngines, words: readonly string[]): Promise<void> {
  for (const [index, word] of words.entries()) await say(engines.eventStore, `talk-${index % 3}`, word);
}

/** The same place, its event store as it was when only these words had been said. */
async function restored(engines: InMemoryEngines, words: readonly string[]): Promise<InMemoryEngines> {
  const older = { ...engines, eventStore: inMemoryEventStore() };
  await sayAll(older, words);
  return older;
}

const stateOf = (running: RunningWork, name: string) => running.status().find((status) => status.name === name);

describe('an event store that was restored from an older backup', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f'];
  const kept = ['a', 'b', 'c'];

  /** All was dealt with, then the log was set back. */
  async function setBack(reaction = recordingReaction()): Promise<InMemoryEngines> {
    const engines = inMemoryEngines();
    await sayAll(engines, before);
    const running = startWork(engines, {
      readModels: [readModel],
      reactions: [reaction],
      publications: [talkPublication()],
    });
    await whileWorking(running, () => running.idle());
    return restored(engines, kept);
  }

  it('has its read models folded anew, and the log says why', async () => {
    const engines = await setBack();
    const warnings: object[] = [];
    const log = { ...silent, warn: (fields: object) => warnings.push(fields) };
    const running = startWork(engines, { readModels: [readModel] }, { log });
    await whileWorking(running, async () => {
      await eventually(() => expect(engines.readModels.documents(readModel)['0']).toEqual({ id: '0', words: ['a'] }));
      await say(engines.eventStore, 'talk-0', 'new');
      await eventually(() => {
        expect(engines.readModels.documents(readModel)['0']).toEqual({ id: '0', words: ['a', 'new'] });
      });
    });
    expect((await verifyReadModel({ ...engines, readModel })).differences).toEqual([]);
    expect(warnings).toContainEqual(
      expect.objectContaining({ readModel: 'talkList', head: engines.eventStore.log[2]?.position }),
    );
    expect(await engines.ledger.setbacks()).toEqual([]);
  });

  it('has a read model folded anew once, however many share it', async () => {
    const engines = inMemoryEngines();
    await sayAll(engines, before);
    const first = startWork(engines, { readModels: [readModel] }, { readModelPartitions: 3 });
    await whileWorking(first, () => first.idle());
    const older = await restored(engines, ['a']);
    let begun = 0;
    const begin: typeof older.readModels.begin = (definition) => {
      begun += 1;
      return older.readModels.begin(definition);
    };
    const counting = { ...older, readModels: { ...older.readModels, begin } };
    const second = startWork(counting, { readModels: [readModel] }, { readModelPartitions: 3 });
    await whileWorking(second, async () => {
      await eventually(async () => {
        expect(older.readModels.documents(readModel)).toEqual({ '0': { id: '0', words: ['a'] } });
        expect(await older.ledger.setbacks()).toEqual([]);
      });
      await say(older.eventStore, 'talk-1', 'new');
      await eventually(() => {
        expect(older.readModels.documents(readModel)['1']).toEqual({ id: '1', words: ['new'] });
      });
    });
    expect(begun).toBe(1);
  });

  it('has its read models right after a process was killed at any point of that', async () => {
    let counted = 0;
    for (let effect = 1; effect <= 12; effect += 1) {
      for (const isDone of [false, true]) {
        const engines = await setBack();
        const former = await engines.readModels.live(readModel);
        const killed = crashing(engines, { effect, isDone });
        const first = startWork(killed.engines, { readModels: [readModel] });
        await whileWorking(first, () => Promise.race([killed.crashed, first.idle(200)]));
        const isMended = (await engines.readModels.live(readModel)).id !== former.id;
        // Killed before it was found, while nothing had been appended yet, is as if it had never run.
        if (!isMended && !(await engines.ledger.setback('talkList.v1', 0))) continue;
        counted += 1;
        // The log comes to where the checkpoint stood, so that all looks well.
        await sayAll(engines, ['x', 'y', 'z', 'u', 'v']);
        const second = startWork(engines, { readModels: [readModel] });
        await whileWorking(second, () => second.idle());
        expect((await verifyReadModel({ ...engines, readModel })).differences).toEqual([]);
      }
    }
    expect(counted).toBeGreaterThan(16);
  });

  it('has reactions and publications refused, which says so, and nothing passed over', async () => {
    const reaction = recordingReaction();
    const engines = await setBack(reaction);
    const errors: object[] = [];
    const log = { ...silent, error: (fields: object) => errors.push(fields) };
    const fresh = recordingReaction({ name: 'fresh' });
    const work = { reactions: [reaction, fresh], publications: [talkPublication()] };
    const running = startWork(engines, work, { log });
    await whileWorking(running, async () => {
      await eventually(() => {
        for (const name of ['echo', 'publishTalks']) {
          expect(stateOf(running, name)).toMatchObject({ problem: 'aheadOfLog', caughtUp: false, lag: 1 });
        }
      });
      await sayAll(engines, ['x', 'y', 'z', 'u', 'v']);
      await eventually(() => expect(fresh.calls).toHaveLength(8));
      expect(stateOf(running, 'fresh')?.problem).toBeUndefined();
      await eventually(async () => {
        const reports = await engines.ledger.reports();
        expect(reports.find(({ name }) => name === 'echo')).toMatchObject({ problem: 'aheadOfLog', lag: 1 });
      });
    });
    expect(reaction.calls).toHaveLength(6);
    expect(engines.messageBus.published).toHaveLength(6);
    expect(errors).toHaveLength(2);
  });

  it('stays known when the log has come past the checkpoint, until the checkpoints are reset', async () => {
    const reaction = recordingReaction();
    const engines = await setBack(reaction);
    const work = { reactions: [reaction], publications: [talkPublication()] };
    const first = startWork(engines, work);
    await whileWorking(first, () => eventually(() => expect(stateOf(first, 'echo')?.problem).toBe('aheadOfLog')));
    await sayAll(engines, ['x', 'y', 'z', 'u', 'v']);
    const second = startWork(engines, work);
    await whileWorking(second, async () => {
      await eventually(() => expect(stateOf(second, 'echo')?.problem).toBe('aheadOfLog'));
      const reset = await resetCheckpoints(engines.ledger);
      expect(reset.map(({ subscription }) => subscription)).toEqual(['echo', 'publishTalks']);
      await eventually(() => {
        expect(reaction.calls.slice(6).map(wordOf).sort()).toEqual(['u', 'v', 'x', 'y', 'z']);
        expect(engines.messageBus.published.slice(6).map(({ value }) => value)).toEqual(['x', 'y', 'z', 'u', 'v']);
      });
      await eventually(() => {
        const state = stateOf(second, 'echo');
        expect([state?.problem, state?.lag]).toEqual([undefined, 0]);
      });
    });
    expect(await resetCheckpoints(engines.ledger)).toEqual([]);
  });

  it('is found though another holds the lease, before the log comes past the checkpoint', async () => {
    const reaction = recordingReaction();
    const engines = await setBack(reaction);
    await engines.ledger.holdLease('echo/0', 'a process that was killed', 60_000);
    const running = startWork(engines, { reactions: [reaction] });
    await whileWorking(running, async () => {
      await eventually(async () => expect(await engines.ledger.setback('echo', 0)).not.toBeNull());
      await sayAll(engines, before);
      await engines.ledger.releaseLease('echo/0', 'a process that was killed');
      await eventually(() => expect(stateOf(running, 'echo')?.problem).toBe('aheadOfLog'));
    });
    expect(reaction.calls).toHaveLength(6);
  });

  it('leaves no stream waiting behind a dead letter of an event that is lost', async () => {
    const failing = recordingReaction({ fails: (event) => wordOf(event) === 'f' });
    const engines = await setBack(failing);
    expect(await engines.ledger.deadLetters('echo')).toHaveLength(1);
    const reaction = recordingReaction();
    const running = startWork(engines, { reactions: [reaction] });
    await whileWorking(running, async () => {
      await eventually(() => expect(stateOf(running, 'echo')?.problem).toBe('aheadOfLog'));
      await say(engines.eventStore, 'talk-2', 'new');
      await resetCheckpoints(engines.ledger);
      await eventually(() => expect(reaction.calls.map(wordOf)).toEqual(['new']));
    });
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('still has what operators ask for carried out', async () => {
    const engines = inMemoryEngines();
    await sayAll(engines, before);
    const counts = wordCounts() as never;
    const first = startWork(engines, { readModels: [counts] });
    await whileWorking(first, () => first.idle());
    const older = await restored(engines, kept);
    const second = startWork(older, { readModels: [counts] });
    await whileWorking(second, async () => {
      await eventually(async () => expect(await older.ledger.setbacks()).toEqual([]));
      await eventually(() => expect(stateOf(second, 'specReadModelJobs')?.caughtUp).toBe(true));
    });
    expect(second.status().filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(await older.ledger.checkpoint('specReadModelJobs', 0)).toBe(await older.eventStore.head());
  });

  it('may be empty', async () => {
    const reaction = recordingReaction();
    const engines = await setBack(reaction);
    const empty = { ...engines, eventStore: inMemoryEventStore() };
    const running = startWork(empty, { readModels: [readModel], reactions: [reaction] });
    await whileWorking(running, async () => {
      await eventually(() => expect(engines.readModels.documents(readModel)).toEqual({}));
      await eventually(() => expect(stateOf(running, 'echo')?.problem).toBe('aheadOfLog'));
      await resetCheckpoints(engines.ledger);
      await say(empty.eventStore, 'talk-0', 'new');
      await eventually(() => expect(reaction.calls.slice(6).map(wordOf)).toEqual(['new']));
    });
  });

  it('is not suspected where nothing is wrong', async () => {
    const engines = inMemoryEngines();
    for (const words of [[], before, kept]) {
      await sayAll(engines, words);
      const running = startWork(engines, {
        readModels: [readModel],
        reactions: [recordingReaction({ startFrom: 'now' })],
        publications: [talkPublication()],
      });
      await whileWorking(running, () => running.idle());
      expect(await engines.ledger.setbacks()).toEqual([]);
    }
  });
});
