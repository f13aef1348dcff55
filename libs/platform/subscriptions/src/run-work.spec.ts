import { describe, expect, it } from '@jest/globals';
import { eventually } from './testing/eventually.js';
import {
  inMemoryEngines,
  recordingConsumption,
  recordingReaction,
  say,
  startWork,
  talkList,
  talkPublication,
  whileWorking,
  wordCounts,
  wordOf,
} from './testing/scenario.js';

describe('the work', () => {
  it('is refused where two of it have one name, since they would share a checkpoint', () => {
    const twice = { reactions: [recordingReaction(), recordingReaction()] };
    expect(() => startWork(inMemoryEngines(), twice)).toThrow('one name twice');
  });

  it('folds, reacts, publishes and consumes what was there before it began', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction();
    const consumption = recordingConsumption();
    await say(engines.eventStore, 'talk-1', 'hello');
    await say(engines.eventStore, 'talk-2', 'good');
    await say(engines.eventStore, 'note-1', 'hello');
    await say(engines.eventStore, 'talk-1', 'world');
    const running = startWork(engines, {
      readModels: [talkList(), wordCounts()],
      reactions: [reaction],
      publications: [talkPublication()],
      consumptions: [consumption],
    });
    await whileWorking(running, async () => {
      expect(await running.idle()).toBe(true);
    });
    expect(engines.readModels.documents(talkList())).toEqual({
      '1': { id: '1', words: ['hello', 'world'] },
      '2': { id: '2', words: ['good'] },
    });
    expect(engines.readModels.documents(wordCounts())['hello']).toEqual({ word: 'hello', count: 2 });
    expect(reaction.calls.map(wordOf).sort()).toEqual(['good', 'hello', 'world']);
    expect(engines.messageBus.published.map(({ value }) => value)).toEqual(['hello', 'good', 'world']);
    expect(consumption.calls.map(({ value }) => value).sort()).toEqual(['good', 'hello', 'world']);
  });

  it('goes on with what comes while it runs', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction();
    const running = startWork(engines, { readModels: [talkList()], reactions: [reaction] });
    await whileWorking(running, async () => {
      expect(await running.idle()).toBe(true);
      for (const word of ['a', 'b', 'c'])
        expect(await running.waitUntil(await say(engines.eventStore, 'talk-1', word))).toBe(true);
      expect(engines.readModels.documents(talkList())).toEqual({ '1': { id: '1', words: ['a', 'b', 'c'] } });
      expect(reaction.calls.map(wordOf)).toEqual(['a', 'b', 'c']);
    });
  });

  it('takes up where it left off, and does nothing twice after an orderly stop', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction();
    for (const word of ['a', 'b', 'c']) {
      await say(engines.eventStore, 'talk-1', word);
      const running = startWork(engines, { readModels: [wordCounts()], reactions: [reaction] });
      await whileWorking(running, () => running.idle());
    }
    expect(reaction.calls.map(wordOf)).toEqual(['a', 'b', 'c']);
    expect(engines.readModels.documents(wordCounts())['talk']).toEqual({ word: 'talk', count: 3 });
  });

  it('deletes documents, and leaves those that did not change', async () => {
    const engines = inMemoryEngines();
    for (const word of ['a', 'nothing', 'gone']) await say(engines.eventStore, 'talk-1', word);
    for (const word of ['gone', 'b', 'nothing']) await say(engines.eventStore, 'talk-2', word);
    const running = startWork(engines, { readModels: [talkList()] });
    await whileWorking(running, () => running.idle());
    expect(engines.readModels.documents(talkList())).toEqual({ '2': { id: '2', words: ['b'] } });
  });

  it('starts a reaction at the end of the log where that is asked, and misses nothing from then on', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction({ startFrom: 'now' });
    await say(engines.eventStore, 'talk-1', 'before');
    const first = startWork(engines, { reactions: [reaction] });
    await whileWorking(first, () => first.idle());
    await say(engines.eventStore, 'talk-1', 'between');
    const second = startWork(engines, { reactions: [reaction] });
    await whileWorking(second, () => second.idle());
    expect(reaction.calls.map(wordOf)).toEqual(['between']);
  });

  it('remembers that such a reaction began on an empty log', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction({ startFrom: 'now' });
    const first = startWork(engines, { reactions: [reaction] });
    await whileWorking(first, () =>
      eventually(() =>
        expect(first.status().find(({ name }) => name === reaction.name)).toMatchObject({ caughtUp: true }),
      ),
    );
    await say(engines.eventStore, 'talk-1', 'first');
    const second = startWork(engines, { reactions: [reaction] });
    await whileWorking(second, () => second.idle());
    expect(reaction.calls.map(wordOf)).toEqual(['first']);
  });

  it('folds a read model anew under a raised version, beside the one of before', async () => {
    const engines = inMemoryEngines();
    const second = { ...talkList({ version: 2 }), project: () => ({ id: 'x', words: ['new'] }) };
    await say(engines.eventStore, 'talk-1', 'a');
    for (const readModel of [talkList(), second]) {
      const running = startWork(engines, { readModels: [readModel] });
      await whileWorking(running, () => running.idle());
    }
    expect(engines.readModels.documents(talkList())).toEqual({ '1': { id: '1', words: ['a'] } });
    expect(engines.readModels.documents(second)).toEqual({ '1': { id: 'x', words: ['new'] } });
  });

  it('shares a reaction out by stream, each event in one partition, in order per stream', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction({ partitions: 4 });
    const words = Array.from({ length: 60 }, (_, index) => ({ stream: `talk-${index % 12}`, word: String(index) }));
    for (const { stream, word } of words) await say(engines.eventStore, stream, word);
    const running = startWork(engines, { reactions: [reaction], readModels: [talkList()] }, { readModelPartitions: 3 });
    await whileWorking(running, () => running.idle());
    for (const { stream } of words) {
      const expected = words.filter((each) => each.stream === stream).map(({ word }) => word);
      expect(reaction.calls.filter((event) => event.stream === stream).map(wordOf)).toEqual(expected);
      expect(engines.readModels.documents(talkList())[stream.slice(5)]).toMatchObject({ words: expected });
    }
    const checkpoints = await Promise.all([0, 1, 2, 3].map((p) => engines.ledger.checkpoint('echo', p)));
    expect(new Set(checkpoints)).toEqual(new Set([await engines.eventStore.head()]));
    expect(await engines.readModels.reader(talkList()).checkpoint()).toBe(await engines.eventStore.head());
  });

  it('tells how each subscription stands', async () => {
    const engines = inMemoryEngines();
    const position = await say(engines.eventStore, 'talk-1', 'a');
    const running = startWork(engines, { reactions: [recordingReaction()] }, { holder: 'one' });
    await whileWorking(running, async () => {
      await running.idle();
      const echo = running.status().find(({ name }) => name === 'echo');
      expect(echo).toMatchObject({ kind: 'reaction', position, lag: 0, caughtUp: true, holder: 'one', deadLetters: 0 });
    });
  });

  it('tells a long handler to stop, and calls it again after the restart', async () => {
    const engines = inMemoryEngines();
    await say(engines.eventStore, 'talk-1', 'long');
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const long = recordingReaction({
      handle: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          begun();
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const first = startWork(engines, { reactions: [long] });
    await whileWorking(first, () => hasBegun);
    expect(await engines.ledger.deadLetters()).toEqual([]);
    const again = recordingReaction();
    const second = startWork(engines, { reactions: [again] });
    await whileWorking(second, () => second.idle());
    expect(again.calls.map(wordOf)).toEqual(['long']);
  });
});
