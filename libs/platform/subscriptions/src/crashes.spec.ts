import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { handleCommand, idOf, nameId, newId, type StoredEvent } from '@leadline/event-sourcing';
import { operationAggregate, SYSTEM } from './operations/operation.js';
import type { NewMessage } from './ports.js';
import { generationKey } from './read-models/generation-key.js';
import { verifyReadModel } from './read-models/verify.js';
import { crashing, type Crash } from './testing/crashing.js';
import { eventually } from './testing/eventually.js';
import {
  inMemoryEngines,
  recordingConsumption,
  recordingReaction,
  say,
  startWork,
  talkList,
  talkPublication,
  TALKS,
  whileWorking,
  wordCounts,
  wordOf,
  type InMemoryEngines,
} from './testing/scenario.js';

interface Said {
  readonly stream: string;
  readonly word: string;
}

/** A day in the life: some of what is said cannot be dealt with at first. */
class Day {
  readonly engines: InMemoryEngines = inMemoryEngines();
  readonly reaction = recordingReaction({ fails: (event) => this.#isBroken && wordOf(event) === 'bad' });
  readonly consumption = recordingConsumption({ fails: ({ value }) => this.#isBroken && value === 'deaf' });
  #isBroken = true;

  async say(words: readonly Said[]): Promise<void> {
    for (const { stream, word } of words) await say(this.engines.eventStore, stream, word);
  }

  /** From now on all can be dealt with; what could not is to be tried again, in whatever order it is asked for. */
  async mend(lastFirst = false): Promise<void> {
    this.#isBroken = false;
    const letters = await this.engines.ledger.deadLetters();
    for (const { id } of lastFirst ? letters.toReversed() : letters) await this.ask('RequestDeadLetterRetry', id);
  }

  async ask(type: 'RequestDeadLetterRetry' | 'RequestReadModelRebuild', id: string): Promise<void> {
    const metadata = { id: newId(), actor: SYSTEM, at: new Date().toISOString(), correlationId: id };
    await handleCommand(
      this.engines.eventStore,
      operationAggregate,
      id,
      type === 'RequestDeadLetterRetry'
        ? { type, data: { deadLetterId: id }, metadata }
        : { type, data: { jobId: id, readModel: 'talkList' }, metadata },
    );
  }

  /** Works until the crash, or until there is nothing left to do. Answers how many effects that had. */
  async work(crash: Crash = { effect: Infinity, isDone: false }): Promise<number> {
    // As the embedded ledger does when it is opened: whoever held a lease is dead.
    for (const { name, holder } of await this.engines.ledger.leases())
      await this.engines.ledger.releaseLease(name, holder);
    const process = crashing(this.engines, crash);
    const poison = new Set(this.#isBroken ? ['bad'] : []);
    const running = startWork(
      process.engines,
      {
        readModels: [talkList({ poison }), wordCounts({ poison })],
        reactions: [process.reaction(this.reaction)],
        publications: [talkPublication({ poison })],
        consumptions: [process.consumption(this.consumption)],
      },
      { concurrency: 2 },
    );
    await whileWorking(running, async () => {
      const isIdle = running.idle().catch(() => process.hasCrashed);
      expect(await Promise.race([process.crashed.then(() => true), isIdle])).toBe(true);
      // Of read models that a killed process has left up to date, the letters are all that there is to do.
      if (!process.hasCrashed) await eventually(() => this.expectLettersOfLiveModels());
    });
    return process.effects;
  }

  async expectLettersOfLiveModels(): Promise<void> {
    const { ledger, readModels } = this.engines;
    for (const readModel of [talkList(), wordCounts()]) {
      const live = generationKey(readModel, await readModels.live(readModel));
      const letters = await ledger.deadLetters(readModel.name);
      expect(letters.filter(({ generation }) => generation !== live)).toEqual([]);
    }
  }

  /** That nothing was lost: what should be dealt with is, in order, and what should wait does. */
  async expectNothingLost(): Promise<void> {
    const talks = this.engines.eventStore.log.filter(({ stream }) => stream.startsWith('talk-'));
    for (const stream of new Set(talks.map((event) => event.stream))) {
      const events = talks.filter((event) => event.stream === stream);
      const bad = events.findIndex((event) => wordOf(event) === 'bad');
      const due = this.#isBroken && bad >= 0 ? events.slice(0, bad) : events;
      const ids = (recorded: readonly StoredEvent[]): string[] => recorded.map(({ id }) => id);
      expect(once(ids(this.reaction.calls.filter((event) => event.stream === stream)))).toEqual(ids(due));
      const published = due.filter((event) => wordOf(event) !== 'nothing');
      const deaf = published.findIndex((event) => wordOf(event) === 'deaf');
      const isWaiting = this.#isBroken && deaf >= 0;
      const ofStream = <T extends NewMessage>(messages: readonly T[]): (string | undefined)[] =>
        messages.filter(({ key }) => key === idOf(stream)).map(({ headers }) => headers['ce_id']);
      expect(once(ofStream(this.engines.messageBus.published))).toEqual(ids(published));
      expect(once(ofStream(this.consumption.calls))).toEqual(ids(isWaiting ? published.slice(0, deaf) : published));
      const parked = await this.engines.ledger.parkedMessages('listen', TALKS.name, idOf(stream));
      expect(ofStream(parked).length > 0).toBe(isWaiting);
    }
    await this.expectModelsFolded();
    const letters = await this.engines.ledger.deadLetters();
    expect(once(letters.map(({ subscription, stream }) => `${subscription} ${stream}`))).toHaveLength(letters.length);
  }

  async expectModelsFolded(): Promise<void> {
    const poison = new Set(this.#isBroken ? ['bad'] : []);
    const { eventStore, readModels } = this.engines;
    const options = { eventStore, readModels };
    expect((await verifyReadModel({ ...options, readModel: talkList({ poison }) })).differences).toEqual([]);
    expect((await verifyReadModel({ ...options, readModel: wordCounts({ poison }) })).differences).toEqual([]);
  }
}

/** Without what was done again. */
function once<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

const SAID: readonly Said[] = [
  { stream: 'talk-1', word: 'a' },
  { stream: 'talk-2', word: 'b' },
  { stream: 'talk-1', word: 'bad' },
  { stream: 'note-1', word: 'a' },
  { stream: 'talk-1', word: 'c' },
  { stream: 'talk-2', word: 'gone' },
  { stream: 'talk-2', word: 'd' },
  { stream: 'talk-2', word: 'deaf' },
  { stream: 'talk-2', word: 'e' },
];

/** Left two letters of one event: that of the rebuild that was cut short, and that of the one that came to its end. */
const KILLED_TWICE_AMID_A_REBUILD = {
  said: [
    { stream: 'talk-1', word: 'bad' },
    { stream: 'talk-3', word: 'a' },
  ],
  crashes: [
    { effect: 15, isDone: true },
    { effect: 10, isDone: true },
  ],
};
const QUIET = { said: [], crashes: [] };

/** Runs a day with a crash at one effect after the other, before it and after it, in each of its parts. */
async function crashEverywhere(partOf: (day: Day, crash?: Crash) => Promise<number>): Promise<void> {
  const effects = await partOf(new Day());
  expect(effects).toBeGreaterThan(5); // else nothing was tried
  for (let effect = 1; effect <= effects; effect += 1) {
    for (const isDone of [false, true]) {
      try {
        await partOf(new Day(), { effect, isDone });
      } catch (error) {
        throw new Error(`With a crash ${isDone ? 'after' : 'before'} effect ${effect}`, { cause: error });
      }
    }
  }
}

describe('work that is killed at any point', () => {
  it('loses nothing, and keeps what waits behind dead letters', () =>
    crashEverywhere(async (day, crash) => {
      await day.say(SAID);
      const effects = await day.work(crash);
      await day.work();
      await day.expectNothingLost();
      await day.mend();
      await day.work();
      await day.expectNothingLost();
      return effects;
    }));

  it('loses nothing of what waits when that is retried', () =>
    crashEverywhere(async (day, crash) => {
      await day.say(SAID);
      await day.work();
      await day.mend();
      const effects = await day.work(crash);
      await day.work();
      expect(await day.engines.ledger.deadLetters()).toEqual([]);
      await day.expectNothingLost();
      return effects;
    }));

  it('finishes a rebuild, and leaves no half of one behind', () =>
    crashEverywhere(async (day, crash) => {
      await day.say(SAID);
      await day.work();
      const job = nameId('the rebuild');
      await day.ask('RequestReadModelRebuild', job);
      const effects = await day.work(crash);
      await day.say([{ stream: 'talk-2', word: 'e' }]);
      await day.work();
      expect(await day.engines.ledger.job(job)).toMatchObject({ state: 'done' });
      await day.expectNothingLost();
      return effects;
    }));

  it('loses nothing, whatever was said and however often it is killed', async () => {
    const said = fc.record({
      stream: fc.constantFrom('talk-1', 'talk-2', 'talk-3', 'note-1'),
      word: fc.constantFrom('a', 'b', 'bad', 'deaf', 'nothing', 'gone'),
    });
    const crash = fc.record({ effect: fc.integer({ min: 1, max: 40 }), isDone: fc.boolean() });
    const part = fc.record({ said: fc.array(said, { maxLength: 12 }), crashes: fc.array(crash, { maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(
        part,
        part,
        part,
        fc.boolean(),
        fc.boolean(),
        async (first, second, third, settles, lastFirst) => {
          const day = new Day();
          for (const { said, crashes } of [first, second]) {
            await day.say(said);
            for (const crash of crashes) await day.work(crash);
          }
          if (settles) {
            await day.work();
            await day.expectNothingLost();
          }
          await day.mend(lastFirst);
          await day.say(third.said);
          for (const crash of third.crashes) await day.work(crash);
          await day.work();
          expect(await day.engines.ledger.deadLetters()).toEqual([]);
          await day.expectNothingLost();
        },
      ),
      { numRuns: 60, examples: [[KILLED_TWICE_AMID_A_REBUILD, QUIET, QUIET, true, false]] },
    );
  }, 120_000);
});
