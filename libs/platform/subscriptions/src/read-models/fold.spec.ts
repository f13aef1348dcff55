import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StoredEvent } from '@leadline/event-sourcing';
import { inMemoryReadModels } from '../testing/in-memory-read-models.js';
import { talkList, wordCounts } from '../testing/scenario.js';
import { blockedStreams, type BlockedStreams } from '../work/blocked-streams.js';
import { foldInto, type Fold } from './fold.js';
import type { Document, Generation } from '../ports.js';
import type { ReadModel } from '../definitions.js';

/** A log of what was said, stream by stream. */
function logOf(said: readonly (readonly [stream: string, word: string])[]): StoredEvent[] {
  const revisions = new Map<string, number>();
  return said.map(([stream, word], index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const position = String(index + 1).padStart(16, '0');
    return { id: position, type: 'Said.v1', data: { word }, metadata: {}, stream, revision, position };
  });
}

/** The documents, folded one event after the other by the definition alone. */
function folded(readModel: ReadModel, log: readonly StoredEvent[]): Record<string, Document> {
  const documents = new Map<string, Document | null>();
  for (const event of log) {
    for (const id of readModel.documentIds(event)) {
      documents.set(id, readModel.project(event, documents.get(id) ?? null, id));
    }
  }
  return Object.fromEntries([...documents].flatMap(([id, document]) => (document ? [[id, document]] : [])));
}

const noneBlocked = (): BlockedStreams =>
  blockedStreams({ subscription: 'spec', partition: () => 0, letters: [], now: () => new Date() });

async function write(generation: Generation<Document>, fold: Fold, changes = fold.takeChanges()): Promise<void> {
  await generation.write(changes, { partition: 0, position: '0'.repeat(16) });
}

const said = fc.array(
  fc.tuple(
    fc.constantFrom('talk-1', 'talk-2', 'talk-3', 'note-4', 'note-5'),
    fc.constantFrom('a', 'b', 'nothing', 'gone'),
  ),
  { maxLength: 40 },
);
const readModel = fc.constantFrom<ReadModel>(talkList() as ReadModel, wordCounts() as ReadModel);

describe('a fold', () => {
  it('comes to what the definition says, in whichever batches, swept or not', () =>
    fc.assert(
      fc.asyncProperty(
        readModel,
        said,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        async (model, words, size, every) => {
          const log = logOf(words);
          const store = inMemoryReadModels();
          const generation = await store.live<Document>(model);
          const fold = foldInto({ readModel: model, generation, isOwn: true });
          for (let from = 0, batch = 1; from < log.length; from += size, batch += 1) {
            await fold.take(log.slice(from, from + size), noneBlocked());
            if (batch % every === 0) await write(generation, fold, fold.sweep());
          }
          await write(generation, fold);
          expect(store.documents(model)).toEqual(folded(model, log));
        },
      ),
    ));

  it('comes to the same where batches come again, as after a crash', () =>
    fc.assert(
      fc.asyncProperty(readModel, said, fc.array(fc.nat(40), { maxLength: 5 }), async (model, words, restarts) => {
        const log = logOf(words);
        const store = inMemoryReadModels();
        const generation = await store.live<Document>(model);
        for (const from of [0, ...restarts, 0]) {
          const fold = foldInto({ readModel: model, generation, isOwn: false });
          const upTo = from === 0 ? log.length : from + 5;
          // Never leaves one out: what comes again begins at or before what was written.
          for (const event of log.slice(0, upTo)) {
            await fold.take([event], noneBlocked());
            await write(generation, fold);
          }
        }
        expect(store.documents(model)).toEqual(folded(model, log));
      }),
    ));

  it('keeps no document in memory that nothing touched since the last sweep', async () => {
    const model = talkList();
    const generation = await inMemoryReadModels().live<Document>(model);
    const fold = foldInto({ readModel: model, generation, isOwn: true });
    const [one, two, again] = logOf([
      ['talk-1', 'a'],
      ['talk-2', 'b'],
      ['talk-2', 'c'],
    ]);
    if (!one || !two || !again) throw new Error('The log is too short');
    await fold.take([one, two], noneBlocked());
    expect(fold.sweep()).toEqual([]);
    await fold.take([again], noneBlocked());
    expect(fold.sweep().map(({ id }) => id)).toEqual(['1']);
    expect(fold.held).toBe(1);
    expect(fold.sweep()).toEqual([{ id: '2', document: { id: '2', words: ['b', 'c'] }, position: again.position }]);
    expect(fold.held).toBe(0);
  });
});
