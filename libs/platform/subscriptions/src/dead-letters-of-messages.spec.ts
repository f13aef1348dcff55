import { describe, expect, it } from '@jest/globals';
import { nameId } from '@leadline/event-sourcing';
import { onlyLetter, retry, work } from './testing/dead-letters.js';
import { eventually } from './testing/eventually.js';
import {
  inMemoryEngines,
  recordingConsumption,
  startWork,
  TALKS,
  whileWorking,
  type InMemoryEngines,
} from './testing/scenario.js';

describe('a message that cannot be handled', () => {
  const publish = (engines: InMemoryEngines, key: string, value: string): Promise<void> =>
    engines.messageBus.publish(TALKS.name, [{ key, value, headers: { ce_id: value, ce_type: 'talk.said' } }]);

  it('holds up what comes with its key, and that is handled in order when the letter is retried', async () => {
    const engines = inMemoryEngines();
    let isBroken = true;
    const consumption = recordingConsumption({ fails: ({ value }) => isBroken && value === 'bad' });
    for (const value of ['a', 'bad', 'c']) await publish(engines, 'one', value);
    await publish(engines, 'two', 'd');
    await work(engines, { consumptions: [consumption] });
    await publish(engines, 'one', 'e');
    await work(engines, { consumptions: [consumption] });
    expect(consumption.calls.map(({ value }) => value)).toEqual(['a', 'd']);
    const letter = await onlyLetter(engines);
    expect(letter).toMatchObject({
      subscription: 'listen',
      stream: `${TALKS.name}/one`,
      eventId: 'bad',
      eventType: 'talk.said',
    });
    isBroken = false;
    await retry(engines, { consumptions: [consumption] }, letter);
    await publish(engines, 'one', 'f');
    await work(engines, { consumptions: [consumption] });
    expect(consumption.calls.map(({ value }) => value)).toEqual(['a', 'd', 'bad', 'c', 'e', 'f']);
    expect(await engines.ledger.parkedMessages('listen', TALKS.name, 'one')).toEqual([]);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('is not kept behind a letter that is retried just then', async () => {
    const engines = inMemoryEngines();
    const { ledger } = engines;
    let isBroken = true;
    const consumption = recordingConsumption({ fails: () => isBroken });
    let refusals = 0;
    const amid: typeof ledger = {
      ...ledger,
      holdLease: async (...parameters) => {
        const isHeld = await ledger.holdLease(...parameters);
        if (!isHeld) refusals += 1;
        return isHeld;
      },
      parkMessage: async (...parameters) => {
        isBroken = false;
        await running.retryDeadLetter((await onlyLetter(engines)).id);
        await eventually(async () => expect(refusals > 0 || (await ledger.deadLetters()).length === 0).toBe(true));
        await ledger.parkMessage(...parameters);
      },
    };
    await publish(engines, 'one', 'bad');
    const running = startWork({ ...engines, ledger: amid }, { consumptions: [consumption] });
    await whileWorking(running, async () => {
      await eventually(async () => expect(consumption.calls.map(({ value }) => value)).toEqual(['bad']));
      expect(await running.idle()).toBe(true);
    });
    expect(consumption.calls.map(({ value }) => value)).toEqual(['bad']);
    expect(await ledger.parkedMessages('listen', TALKS.name, 'one')).toEqual([]);
    expect(await ledger.deadLetters()).toEqual([]);
  });

  it('leaves no second letter that a killed retry has made', async () => {
    const engines = inMemoryEngines();
    let isBroken = true;
    const consumption = recordingConsumption({ fails: ({ value }) => isBroken && value === 'bad' });
    for (const value of ['bad', 'b']) await publish(engines, 'one', value);
    await work(engines, { consumptions: [consumption] });
    const letter = await onlyLetter(engines);
    await engines.ledger.putDeadLetter({ ...letter, id: nameId('the second'), position: `${letter.position}1` });
    isBroken = false;
    await retry(engines, { consumptions: [consumption] }, letter);
    expect(consumption.calls.map(({ value }) => value)).toEqual(['bad', 'b']);
    expect(await engines.ledger.deadLetters()).toEqual([]);
  });

  it('moves the letter on when a later message fails in the retry', async () => {
    const engines = inMemoryEngines();
    let bad = 'first';
    const consumption = recordingConsumption({ fails: ({ value }) => value === bad });
    for (const value of ['first', 'b', 'second', 'd']) await publish(engines, 'one', value);
    await work(engines, { consumptions: [consumption] });
    bad = 'second';
    await retry(engines, { consumptions: [consumption] }, await onlyLetter(engines));
    expect(consumption.calls.map(({ value }) => value)).toEqual(['first', 'b']);
    bad = 'none';
    await retry(engines, { consumptions: [consumption] }, await onlyLetter(engines));
    expect(consumption.calls.map(({ value }) => value)).toEqual(['first', 'b', 'second', 'd']);
  });
});
