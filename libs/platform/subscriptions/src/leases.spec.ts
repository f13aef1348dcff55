import { describe, expect, it } from '@jest/globals';
import { acquireLease } from './work/lease.js';
import { inMemoryLedger } from './testing/in-memory-ledger.js';
import { crashing } from './testing/crashing.js';
import { eventually } from './testing/eventually.js';
import type { RunningWork } from './run-work.js';
import {
  inMemoryEngines,
  recordingReaction,
  say,
  startWork,
  talkList,
  whileWorking,
  wordOf,
} from './testing/scenario.js';

const LEASE = { ttlMs: 200, renewEveryMs: 20 };

describe('runners of the same work', () => {
  it('share it: no event is dealt with twice while both live', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction({ partitions: 3 });
    const work = { reactions: [reaction], readModels: [talkList()] };
    const one = startWork(engines, work, { holder: 'one' });
    const two = startWork(engines, work, { holder: 'two' });
    await whileWorking(one, () =>
      whileWorking(two, async () => {
        for (let index = 0; index < 100; index += 1) await say(engines.eventStore, `talk-${index % 10}`, String(index));
        expect(await one.idle()).toBe(true);
        expect(await two.idle()).toBe(true);
        const statuses = [...one.status(), ...two.status()].filter(({ name }) => name === 'echo');
        expect(statuses.filter(({ holder }) => holder !== null)).toHaveLength(3);
      }),
    );
    expect(reaction.calls).toHaveLength(100);
  });

  it('have about as much to do each, whoever came first, and all of it when the other has gone', async () => {
    const engines = inMemoryEngines();
    const work = {
      reactions: [recordingReaction({ partitions: 4 }), ...['b', 'c', 'd'].map((name) => recordingReaction({ name }))],
    };
    const held = (running: RunningWork, isOurs: (name: string) => boolean): number =>
      running.status().filter(({ name, holder }) => holder !== null && isOurs(name)).length;
    const isEcho = (name: string): boolean => name === 'echo';
    const isOther = (name: string): boolean => name !== 'echo';
    const one = startWork(engines, work, { holder: 'one', lease: LEASE });
    await whileWorking(one, async () => {
      await eventually(() => expect(held(one, () => true)).toBe(8));
      const two = startWork(engines, work, { holder: 'two', lease: LEASE });
      await whileWorking(two, async () => {
        await eventually(() => {
          expect([held(one, isEcho), held(two, isEcho)]).toEqual([2, 2]);
          expect([held(one, isOther), held(two, isOther)]).toEqual([2, 2]);
        });
      });
      await eventually(() => expect(held(one, () => true)).toBe(8));
    });
  });

  it('take over from one another at once after an orderly stop', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction();
    const one = startWork(engines, { reactions: [reaction] }, { holder: 'one' });
    const two = startWork(engines, { reactions: [reaction] }, { holder: 'two' });
    await whileWorking(two, async () => {
      await whileWorking(one, async () => {
        await say(engines.eventStore, 'talk-1', 'a');
        await one.idle();
      });
      await say(engines.eventStore, 'talk-1', 'b');
      expect(await two.idle()).toBe(true);
    });
    expect(reaction.calls.map(wordOf)).toEqual(['a', 'b']);
  });

  it('take over from one that was killed once its leases have run out', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction();
    const killed = crashing(engines, { effect: 1, isDone: false });
    const one = startWork(killed.engines, { reactions: [killed.reaction(reaction)] }, { holder: 'one', lease: LEASE });
    await say(engines.eventStore, 'talk-1', 'a');
    await killed.crashed;
    const two = startWork(engines, { reactions: [reaction] }, { holder: 'two', lease: LEASE });
    await whileWorking(two, async () => {
      expect(await two.idle()).toBe(true);
    });
    await one.stop();
    expect(reaction.calls.map(wordOf)).toEqual(['a']);
  });

  it('take over from one whose ledger hangs, and it leaves off', async () => {
    const engines = inMemoryEngines();
    const { ledger } = engines;
    let hangs = false;
    const isHanging = (): boolean => hangs;
    const cut: typeof ledger = {
      ...ledger,
      holdLease: hanging(ledger.holdLease, isHanging),
      releaseLease: hanging(ledger.releaseLease, isHanging),
      leases: hanging(ledger.leases, isHanging),
      report: hanging(ledger.report, isHanging),
    };
    const reaction = recordingReaction();
    const one = startWork({ ...engines, ledger: cut }, { reactions: [reaction] }, { holder: 'one', lease: LEASE });
    await whileWorking(one, async () => {
      expect(await one.idle()).toBe(true);
      const two = startWork(engines, { reactions: [reaction] }, { holder: 'two', lease: LEASE });
      await whileWorking(two, async () => {
        hangs = true;
        const holds = (running: RunningWork): boolean => running.status().every(({ holder }) => holder !== null);
        await eventually(() => expect([holds(one), holds(two)]).toEqual([false, true]));
        await say(engines.eventStore, 'talk-1', 'a');
        expect(await two.idle()).toBe(true);
      });
    });
    expect(reaction.calls.map(wordOf)).toEqual(['a']);
  });

  it('do not write once the lease is lost, and do the work again under a new one', async () => {
    const engines = inMemoryEngines();
    let monotonicMs = 0;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let isHanging = false;
    const hanging = recordingReaction({
      fails: async () => {
        isHanging = true;
        await held;
        return false;
      },
    });
    // Its clock stands still but for the test, as that of a process that was suspended does.
    const one = startWork(engines, { reactions: [hanging] }, { holder: 'one', monotonicMs: () => monotonicMs });
    const position = await say(engines.eventStore, 'talk-1', 'a');
    await whileWorking(one, async () => {
      await eventually(() => expect(isHanging).toBe(true));
      monotonicMs += 10_000;
      letGo();
      await eventually(() => expect(one.status().find(({ name }) => name === 'echo')).toMatchObject({ position }));
      // Done twice rather than once too few: the first time it could not be remembered.
      expect(hanging.calls.length).toBeGreaterThan(1);
    });
  });
});

/** As a server does that still holds its connections and answers nothing. */
function hanging<A extends unknown[], T>(
  work: (...parameters: A) => Promise<T>,
  hangs: () => boolean,
): (...parameters: A) => Promise<T> {
  return (...parameters) => (hangs() ? new Promise(() => undefined) : work(...parameters));
}

describe('a lease', () => {
  const options = { name: 'echo/0', times: LEASE, monotonicMs: () => performance.now(), onError: () => undefined };

  it('is lost, and its holder told, when another has taken it', async () => {
    const ledger = inMemoryLedger();
    const signal = new AbortController().signal;
    const lease = await acquireLease({ ...options, ledger, holder: 'one', signal });
    await ledger.releaseLease('echo/0', 'one');
    await ledger.holdLease('echo/0', 'two', 60_000);
    await eventually(() => expect(lease?.signal.aborted).toBe(true));
    expect(() => lease?.assertHeld()).toThrow(expect.objectContaining({ name: 'LeaseLostError' }));
    await lease?.release();
    expect((await ledger.leases()).map(({ holder }) => holder)).toEqual(['two']);
  });

  it('outlives a ledger that does not answer for a moment, and is lost when that lasts', async () => {
    const inner = inMemoryLedger();
    let isAway = false;
    const ledger = {
      ...inner,
      holdLease: async (...args: Parameters<typeof inner.holdLease>) => {
        if (isAway) throw new Error('away');
        return inner.holdLease(...args);
      },
    };
    let monotonicMs = 0;
    let errors = 0;
    const signal = new AbortController().signal;
    const lease = await acquireLease({
      ...options,
      ledger,
      holder: 'one',
      signal,
      monotonicMs: () => monotonicMs,
      onError: () => (errors += 1),
    });
    isAway = true;
    await eventually(() => expect(errors).toBeGreaterThan(1));
    expect(lease?.signal.aborted).toBe(false);
    lease?.assertHeld();
    monotonicMs = LEASE.ttlMs;
    await eventually(() => expect(lease?.signal.aborted).toBe(true));
    await lease?.release();
  });

  it('is lost, and its holder told, when the ledger neither answers nor fails', async () => {
    const inner = inMemoryLedger();
    let hangs = false;
    const ledger = { ...inner, holdLease: hanging(inner.holdLease, () => hangs) };
    const signal = new AbortController().signal;
    const lease = await acquireLease({ ...options, ledger, holder: 'one', signal });
    hangs = true;
    await eventually(() => expect(lease?.signal.aborted).toBe(true));
    await lease?.release();
  });

  it('is asked for again when the ledger neither answers nor fails', async () => {
    const inner = inMemoryLedger();
    let asks = 0;
    const ledger = { ...inner, holdLease: hanging(inner.holdLease, () => asks++ === 0) };
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const signal = new AbortController().signal;
    const lease = await acquireLease({ ...options, ledger, holder: 'one', signal, onError });
    expect(lease?.signal.aborted).toBe(false);
    expect(errors).toMatchObject([{ name: 'NoAnswerError' }]);
    await lease?.release();
  });

  it('is not waited for once the work is to stop', async () => {
    const ledger = inMemoryLedger();
    await ledger.holdLease('echo/0', 'two', 60_000);
    const stop = new AbortController();
    const waiting = acquireLease({ ...options, ledger, holder: 'one', signal: stop.signal });
    stop.abort();
    expect(await waiting).toBeNull();
  });
});
