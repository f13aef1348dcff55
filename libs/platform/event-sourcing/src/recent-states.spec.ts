import { beforeEach, describe, expect, it } from '@jest/globals';
import { testMetadata } from './given-when-then.js';
import { handleCommand } from './handle-command.js';
import { newId } from './ids.js';
import { inMemoryStreams, type InMemoryStreams } from './in-memory-streams.js';
import { loadState } from './load-state.js';
import { till, type TillCommand } from './samples/till.js';

const open = (): TillCommand => ({
  type: 'OpenTill',
  data: { float: 100 },
  metadata: { ...testMetadata, id: newId() },
});
const take = (amount: number, id = newId()): TillCommand => ({
  type: 'TakeCash',
  data: { amount, reason: 'sale' },
  metadata: { ...testMetadata, id },
});

describe('a state that was loaded lately', () => {
  let backing: InMemoryStreams;
  let streams: InMemoryStreams;
  let reads: string[];
  beforeEach(() => {
    backing = inMemoryStreams();
    reads = [];
    streams = {
      ...backing,
      readStream: (stream, options) => {
        reads.push(`${stream} from ${options?.from ?? 0}`);
        return backing.readStream(stream, options);
      },
      readSnapshot: (stream) => {
        reads.push(`snapshot of ${stream}`);
        return backing.readSnapshot(stream);
      },
    };
  });

  it('spares reading the stream and its snapshot once more', async () => {
    await handleCommand(streams, till, '1', open());
    await handleCommand(streams, till, '1', take(1));
    reads = [];
    await handleCommand(streams, till, '1', take(2));
    expect(reads).toEqual(['till-1 from 1']);
    expect((await loadState(streams, till, 'till-1')).state.balance).toBe(103);
  });

  it('is no more than a beginning: what others appended since is read, and their commands are known', async () => {
    await handleCommand(streams, till, '1', open());
    await loadState(streams, till, 'till-1');
    const theirs = take(5);
    await handleCommand(backing, till, '1', theirs);
    expect(await handleCommand(streams, till, '1', theirs)).toMatchObject({ revision: 1, repeated: true });
    expect(await handleCommand(streams, till, '1', take(7))).toMatchObject({ revision: 2 });
    expect((await loadState(streams, till, 'till-1')).state.balance).toBe(112);
  });

  it('is forgotten after a conflict, so that a store put back to an earlier day is believed', async () => {
    await handleCommand(streams, till, '1', open());
    for (let n = 0; n < 5; n += 1) await handleCommand(streams, till, '1', take(1));
    const earlier = inMemoryStreams();
    await handleCommand(earlier, till, '1', open());
    Object.assign(streams, { append: earlier.append, readStream: earlier.readStream });
    expect(await handleCommand(streams, till, '1', take(9))).toMatchObject({ revision: 1 });
    expect((await loadState(streams, till, 'till-1')).state.balance).toBe(109);
  });

  it('knows a repeated command however many came in between', async () => {
    const first = take(1);
    await handleCommand(streams, till, '1', open());
    await handleCommand(streams, till, '1', first);
    for (let n = 0; n < 20; n += 1) await handleCommand(streams, till, '1', take(1));
    expect(await handleCommand(streams, till, '1', first)).toMatchObject({ revision: 1, repeated: true });
  });

  it('does not stay for ever', async () => {
    await handleCommand(streams, till, 'first', open());
    await loadState(streams, till, 'till-first');
    for (let n = 0; n < 1_000; n += 1) {
      await handleCommand(streams, till, String(n), open());
      await loadState(streams, till, `till-${n}`);
    }
    reads = [];
    await loadState(streams, till, 'till-first');
    expect(reads).toEqual(['snapshot of till-first', 'till-first from 0']);
  });

  it('belongs to its store', async () => {
    await handleCommand(streams, till, '1', open());
    await loadState(streams, till, 'till-1');
    expect(await loadState(inMemoryStreams(), till, 'till-1')).toMatchObject({ revision: -1, position: null });
  });
});
