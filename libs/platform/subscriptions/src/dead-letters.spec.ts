import { describe, expect, it } from '@jest/globals';
import { nameId } from '@leadline/event-sourcing';
import { onlyLetter, retry, work } from './testing/dead-letters.js';
import { eventually } from './testing/eventually.js';
import {
  inMemoryEngines,
  recordingReaction,
  say,
  startWork,
  talkList,
  talkPublication,
  whileWorking,
  wordCounts,
  wordOf,
} from './testing/scenario.js';

describe('a reaction that fails', () => {
  it('is tried again, and goes on as if nothing had happened', async () => {
    const engines = inMemoryEngines();
    let failures = 2;
    const reaction = recordingReaction({ fails: (event) => wordOf(event) === 'b' && failures-- > 0 });
    for (const word of ['a', 'b', 'c']) await say(engines.eventStore, 'talk-1', word);
    await work(engines, { reactions: [reaction] });
    expect(reaction.calls.map(wordOf)).toEqual(['a', 'b', 'c']);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('becomes a dead letter that holds up its own stream and no other', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction({ fails: (event) => wordOf(event) === 'bad' });
    for (const word of ['a', 'bad', 'c']) await say(engines.eventStore, 'talk-1', word);
    await say(engines.eventStore, 'talk-2', 'd');
    await work(engines, { reactions: [reaction] });
    await say(engines.eventStore, 'talk-1', 'e');
    await say(engines.eventStore, 'talk-2', 'f');
    await work(engines, { reactions: [reaction] });
    expect(reaction.calls.filter(({ stream }) => stream === 'talk-1').map(wordOf)).toEqual(['a']);
    expect(reaction.calls.filter(({ stream }) => stream === 'talk-2').map(wordOf)).toEqual(['d', 'f']);
    expect(await onlyLetter(engines)).toMatchObject({
      subscription: 'echo',
      partition: 0,
      stream: 'talk-1',
      eventType: 'Said.v1',
      error: 'echo.failed: Did not work',
      attempts: 3,
    });
  });

  it('is dealt with in order, with all that waited, when its letter is retried', async () => {
    const engines = inMemoryEngines();
    let isBroken = true;
    const reaction = recordingReaction({ fails: (event) => isBroken && wordOf(event) === 'bad' });
    for (const word of ['a', 'bad', 'c']) await say(engines.eventStore, 'talk-1', word);
    await work(engines, { reactions: [reaction] });
    await say(engines.eventStore, 'talk-1', 'd');
    await work(engines, { reactions: [reaction] });
    isBroken = false;
    await retry(engines, { reactions: [reaction] }, await onlyLetter(engines));
    await say(engines.eventStore, 'talk-1', 'e');
    await work(engines, { reactions: [reaction] });
    expect(reaction.calls.map(wordOf)).toEqual(['a', 'bad', 'c', 'd', 'e']);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('stays one letter, with more attempts, when the retry fails too', async () => {
    const engines = inMemoryEngines();
    const reaction = recordingReaction({ fails: (event) => wordOf(event) === 'bad' });
    await say(engines.eventStore, 'talk-1', 'bad');
    await work(engines, { reactions: [reaction] });
    const before = await onlyLetter(engines);
    await retry(engines, { reactions: [reaction] }, before);
    expect(await onlyLetter(engines)).toMatchObject({ id: before.id, attempts: 6 });
  });

  it('moves the letter on when a later event of the stream fails in the retry', async () => {
    const engines = inMemoryEngines();
    let bad = 'first';
    const reaction = recordingReaction({ fails: (event) => wordOf(event) === bad });
    for (const word of ['first', 'b', 'second', 'd']) await say(engines.eventStore, 'talk-1', word);
    await work(engines, { reactions: [reaction] });
    bad = 'second';
    await retry(engines, { reactions: [reaction] }, await onlyLetter(engines));
    expect(reaction.calls.map(wordOf)).toEqual(['first', 'b']);
    bad = 'none';
    await retry(engines, { reactions: [reaction] }, await onlyLetter(engines));
    expect(reaction.calls.map(wordOf)).toEqual(['first', 'b', 'second', 'd']);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('does not become a dead letter for an engine that is not available', async () => {
    const engines = inMemoryEngines();
    let outages = 10;
    const reaction = recordingReaction({
      fails: () => {
        if (outages-- > 0) throw Object.assign(new Error('away'), { name: 'EngineUnavailableError' });
        return false;
      },
    });
    await say(engines.eventStore, 'talk-1', 'a');
    await work(engines, { reactions: [reaction] });
    expect(reaction.calls.map(wordOf)).toEqual(['a']);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('does not hold up other streams while it is tried again', async () => {
    const engines = inMemoryEngines();
    let isBroken = true;
    const reaction = recordingReaction({ fails: (event) => isBroken && event.stream === 'talk-1' });
    await say(engines.eventStore, 'talk-1', 'a');
    await say(engines.eventStore, 'talk-2', 'b');
    const running = startWork(
      engines,
      { reactions: [reaction] },
      { retry: { attempts: 1e9, firstDelayMs: 1, maxDelayMs: 4 } },
    );
    await whileWorking(running, async () => {
      await eventually(() => expect(reaction.calls.map(wordOf)).toEqual(['b']));
      isBroken = false;
      expect(await running.idle()).toBe(true);
      expect(reaction.calls.map(wordOf)).toEqual(['b', 'a']);
    });
  });
});

describe('an event that a read model cannot fold', () => {
  it('holds up the documents of its stream, until it can and its letter is retried', async () => {
    const engines = inMemoryEngines();
    const poisoned = talkList({ poison: new Set(['bad']) });
    for (const word of ['a', 'bad', 'c']) await say(engines.eventStore, 'talk-1', word);
    await say(engines.eventStore, 'talk-2', 'd');
    await work(engines, { readModels: [poisoned] });
    expect(engines.readModels.documents(poisoned)).toEqual({
      '1': { id: '1', words: ['a'] },
      '2': { id: '2', words: ['d'] },
    });
    const letter = await onlyLetter(engines);
    expect(letter).toMatchObject({
      subscription: 'talkList',
      stream: 'talk-1',
      error: 'poison: Cannot be folded',
      attempts: 1,
    });
    await retry(engines, { readModels: [talkList()] }, letter);
    await say(engines.eventStore, 'talk-1', 'e');
    await work(engines, { readModels: [talkList()] });
    expect(engines.readModels.documents(poisoned)['1']).toEqual({ id: '1', words: ['a', 'bad', 'c', 'e'] });
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('is not passed over where a killed retry has left two letters, and the later one is retried', async () => {
    const engines = inMemoryEngines();
    for (const word of ['a', 'bad', 'c', 'worse', 'e']) await say(engines.eventStore, 'talk-1', word);
    await work(engines, { readModels: [talkList({ poison: new Set(['bad']) })] });
    const letter = await onlyLetter(engines);
    const [, , , worse] = engines.eventStore.log;
    if (!worse) throw new Error('Nothing was said');
    const second = { ...letter, id: nameId('the second'), eventId: worse.id, position: worse.position };
    await engines.ledger.putDeadLetter(second);
    await retry(engines, { readModels: [talkList()] }, second);
    expect(engines.readModels.documents(talkList())['1']).toEqual({ id: '1', words: ['a', 'bad', 'c', 'worse', 'e'] });
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('counts for none of its documents where it fails for one', async () => {
    const engines = inMemoryEngines();
    const two = {
      ...talkList(),
      documentIds: () => ['first', 'second'],
      project: (_event: unknown, _document: unknown, id: string) => {
        if (id === 'second') throw new Error('Cannot be folded');
        return { id, words: [] };
      },
    };
    await say(engines.eventStore, 'talk-1', 'a');
    await work(engines, { readModels: [two] });
    expect(engines.readModels.documents(two)).toEqual({});
    expect(await onlyLetter(engines)).toMatchObject({ stream: 'talk-1' });
  });

  it('is retried by a rebuild where documents are folded from several streams', async () => {
    const engines = inMemoryEngines();
    const poisoned = wordCounts({ poison: new Set(['bad']) });
    for (const word of ['a', 'bad', 'a']) await say(engines.eventStore, 'talk-1', word);
    await say(engines.eventStore, 'talk-2', 'a');
    await work(engines, { readModels: [poisoned] });
    expect(engines.readModels.documents(poisoned)['talk']).toEqual({ word: 'talk', count: 2 });
    const letter = await onlyLetter(engines);
    await retry(engines, { readModels: [wordCounts()] }, letter);
    expect(engines.readModels.documents(poisoned)['talk']).toEqual({ word: 'talk', count: 4 });
    expect(engines.readModels.documents(poisoned)['a']).toEqual({ word: 'a', count: 3 });
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('leaves no letter behind that a later generation has made obsolete', async () => {
    const engines = inMemoryEngines();
    const readModel = talkList({ poison: new Set(['bad']) });
    await say(engines.eventStore, 'talk-1', 'bad');
    await work(engines, { readModels: [readModel] });
    const letter = await onlyLetter(engines);
    await retry(engines, { readModels: [talkList({ version: 2 })] }, letter);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });
});

describe('an event that cannot be published', () => {
  it('holds up its own stream, until its letter is retried', async () => {
    const engines = inMemoryEngines();
    for (const word of ['a', 'bad', 'c']) await say(engines.eventStore, 'talk-1', word);
    await say(engines.eventStore, 'talk-2', 'd');
    await work(engines, { publications: [talkPublication({ poison: new Set(['bad']) })] });
    expect(engines.messageBus.published.map(({ value }) => value)).toEqual(['a', 'd']);
    await retry(engines, { publications: [talkPublication()] }, await onlyLetter(engines));
    expect(engines.messageBus.published.map(({ value }) => value)).toEqual(['a', 'd', 'bad', 'c']);
  });

  it('is found where the bus refuses the batch that it is in', async () => {
    const engines = inMemoryEngines();
    const { messageBus } = engines;
    const choosy = {
      ...messageBus,
      publish: async (...[topic, messages]: Parameters<typeof messageBus.publish>) => {
        if (messages.some(({ value }) => value === 'huge')) {
          throw Object.assign(new Error('Too large'), { name: 'MessageTooLargeError' });
        }
        await messageBus.publish(topic, messages);
      },
    };
    for (const word of ['a', 'huge', 'c']) await say(engines.eventStore, 'talk-1', word);
    await say(engines.eventStore, 'talk-2', 'd');
    await work({ ...engines, messageBus: choosy }, { publications: [talkPublication()] });
    expect(messageBus.published.map(({ value }) => value)).toEqual(['a', 'd']);
    expect(await onlyLetter(engines)).toMatchObject({ subscription: 'publishTalks', stream: 'talk-1' });
  });

  it('is not to blame where the bus takes nothing at all for a while', async () => {
    const engines = inMemoryEngines();
    const { messageBus } = engines;
    let refusals = 40;
    const forbidding = {
      ...messageBus,
      publish: async (...parameters: Parameters<typeof messageBus.publish>) => {
        if (refusals-- > 0) throw new Error('TOPIC_AUTHORIZATION_FAILED');
        await messageBus.publish(...parameters);
      },
    };
    for (let n = 0; n < 5; n += 1) await say(engines.eventStore, `talk-${n}`, 'a');
    await work({ ...engines, messageBus: forbidding }, { publications: [talkPublication()] });
    expect(await engines.ledger.deadLetters()).toEqual([]);
    expect(messageBus.published).toHaveLength(5);
  });
});
