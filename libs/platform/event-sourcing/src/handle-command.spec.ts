import { beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { handleCommand, StaleRevisionError } from './handle-command.js';
import { newId } from './ids.js';
import { inMemoryStreams, type InMemoryStreams } from './in-memory-streams.js';
import { loadState, REMEMBERED_COMMANDS } from './load-state.js';
import { till, type TillCommand } from './samples/till.js';
import { WrongExpectedRevisionError } from './streams.js';
import { testMetadata } from './given-when-then.js';

const open = (id = newId()): TillCommand => ({
  type: 'OpenTill',
  data: { float: 100 },
  metadata: { ...testMetadata, id },
});
const take = (amount: number, id = newId(), fingerprint?: string): TillCommand => ({
  type: 'TakeCash',
  data: { amount, reason: 'sale' },
  metadata: { ...testMetadata, id, ...(fingerprint === undefined ? {} : { fingerprint }) },
});

describe('handleCommand', () => {
  let streams: InMemoryStreams;
  beforeEach(() => {
    streams = inMemoryStreams();
  });

  it('appends what was decided and tells where it stands', async () => {
    const first = await handleCommand(streams, till, '1', open());
    const second = await handleCommand(streams, till, '1', take(5));
    expect(first).toMatchObject({ id: '1', revision: 0, repeated: false });
    expect(second).toMatchObject({ revision: 1, position: streams.log[1]?.position });
    expect(second.events).toMatchObject([{ type: 'CashTaken', revision: 1, data: { amount: 5 } }]);
  });

  it('appends nothing where the decision changes nothing', async () => {
    const { position } = await handleCommand(streams, till, '1', open());
    expect(await handleCommand(streams, till, '1', take(0))).toMatchObject({ revision: 0, position, events: [] });
    expect(streams.log).toHaveLength(1);
  });

  it('answers a repeated command as it did the first time, also after others came', async () => {
    const command = take(5);
    await handleCommand(streams, till, '1', open());
    const first = await handleCommand(streams, till, '1', command);
    await handleCommand(streams, till, '1', take(7));
    const again = await handleCommand(streams, till, '1', command);
    expect(again).toMatchObject({ revision: first.revision, position: first.position, repeated: true });
    expect(streams.count('till-1')).toBe(3);
  });

  it('refuses a command id that comes back with other content', async () => {
    const id = newId();
    await handleCommand(streams, till, '1', open());
    await handleCommand(streams, till, '1', take(5, id, 'a'));
    await expect(handleCommand(streams, till, '1', take(6, id, 'b'))).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('refuses it also where both come at once, and a snapshot holds what was stored', async () => {
    const short = { ...till, snapshotEvery: 1 };
    const id = newId();
    await handleCommand(streams, short, '1', open());
    const outcomes = await Promise.allSettled([
      handleCommand(streams, short, '1', take(5, id, 'a')),
      handleCommand(streams, short, '1', take(6, id, 'b')),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { revision: 1 } },
      { status: 'rejected', reason: { code: 'idempotency-key-reused' } },
    ]);
    expect((await loadState(streams, short, 'till-1')).state.balance).toBe(105);
  });

  it('answers one of two equal commands that come at once as a repetition, though a moment lies between them', async () => {
    const id = newId();
    await handleCommand(streams, till, '1', open());
    const first = take(5, id, 'a');
    const again = { ...first, metadata: { ...first.metadata, at: '2026-11-02T09:00:00.001Z' } };
    const handled = await Promise.all([first, again].map((command) => handleCommand(streams, till, '1', command)));
    expect(handled).toMatchObject([
      { revision: 1, repeated: false },
      { revision: 1, repeated: true, events: [] },
    ]);
  });

  it('lets one of many win at one revision and tells the others theirs is stale', async () => {
    await handleCommand(streams, till, '1', open());
    const tries = Array.from({ length: 100 }, () =>
      handleCommand(streams, till, '1', take(1), { expectedRevision: 0 }).then(
        () => 'won' as const,
        (error: unknown) => error,
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome instanceof StaleRevisionError)).toHaveLength(99);
  });

  it('tells no revision of what the command may not reach', async () => {
    await handleCommand(streams, till, '1', open());
    const hidden = {
      ...till,
      decider: {
        ...till.decider,
        decide: () => {
          throw new DomainError('till.not-found');
        },
      },
    };
    await expect(handleCommand(streams, hidden, '1', take(1), { expectedRevision: 7 })).rejects.toMatchObject({
      code: 'till.not-found',
    });
    await expect(handleCommand(streams, till, '1', take(-500), { expectedRevision: 7 })).rejects.toBeInstanceOf(
      StaleRevisionError,
    );
  });

  it('loads and decides again after a conflict, so that both changes hold and the rule still does', async () => {
    await handleCommand(streams, till, '1', open());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => handleCommand(streams, till, '1', take(-30))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect((await loadState(streams, till, 'till-1')).state.balance).toBe(10);
  });

  it('gives up after its retries with the conflict itself', async () => {
    await handleCommand(streams, till, '1', open());
    const contended = {
      ...streams,
      append: () => Promise.reject(new WrongExpectedRevisionError('till-1', 0, 1)),
    };
    await expect(handleCommand(contended, till, '1', take(1), { retries: 2 })).rejects.toBeInstanceOf(
      WrongExpectedRevisionError,
    );
  });

  it('recognises its own append when the answer to it was lost', async () => {
    await handleCommand(streams, till, '1', open());
    let lost = 0;
    const lossy: InMemoryStreams = {
      ...streams,
      append: async (...parameters) => {
        await streams.append(...parameters);
        lost += 1;
        throw new WrongExpectedRevisionError('till-1', 0, 1);
      },
    };
    expect(await handleCommand(lossy, till, '1', take(5))).toMatchObject({ revision: 1, repeated: true });
    expect([lost, streams.count('till-1')]).toEqual([1, 2]);
  });
});

describe('snapshots', () => {
  it('spare the fold what came before them and change nothing else', async () => {
    const streams = inMemoryStreams();
    const short = { ...till, snapshotEvery: 10 };
    const early = take(1);
    await handleCommand(streams, short, '1', open());
    await handleCommand(streams, short, '1', early);
    for (let n = 0; n < 30; n += 1) await handleCommand(streams, short, '1', take(1));
    const reads: (number | undefined)[] = [];
    const watched: InMemoryStreams = {
      ...streams,
      readStream: (stream, options) => {
        reads.push(options?.from);
        return streams.readStream(stream, options);
      },
    };
    const loaded = await loadState(watched, short, 'till-1');
    expect(loaded).toMatchObject({ revision: 31, state: { balance: 131 } });
    expect(reads[0]).toBeGreaterThanOrEqual(30);
    expect(await handleCommand(streams, short, '1', early)).toMatchObject({ revision: 1, repeated: true });
  });

  it('of another state version are ignored', async () => {
    const streams = inMemoryStreams();
    await handleCommand(streams, { ...till, snapshotEvery: 1 }, '1', open());
    await handleCommand(streams, { ...till, snapshotEvery: 1 }, '1', take(1));
    expect(await streams.readSnapshot('till-1')).not.toBeNull();
    expect((await loadState(streams, { ...till, stateVersion: 2 }, 'till-1')).snapshotRevision).toBe(-1);
  });

  it('remember a bounded number of commands', async () => {
    const streams = inMemoryStreams();
    const short = { ...till, snapshotEvery: 500 };
    await handleCommand(streams, short, '1', open());
    for (let n = 0; n < REMEMBERED_COMMANDS + 600; n += 1) await handleCommand(streams, short, '1', take(1));
    const { commands } = await loadState(streams, short, 'till-1');
    expect(commands.size).toBeLessThanOrEqual(REMEMBERED_COMMANDS + 500);
  });

  it('that cannot be written do not fail the command', async () => {
    const streams = inMemoryStreams();
    const broken: InMemoryStreams = { ...streams, writeSnapshot: () => Promise.reject(new Error('disk full')) };
    const short = { ...till, snapshotEvery: 1 };
    await handleCommand(broken, short, '1', open());
    expect(await handleCommand(broken, short, '1', take(1))).toMatchObject({ revision: 1 });
  });
});
