import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeadLetter, Job, Ledger, Setback, SubscriptionStatus } from '../ledger-port.js';
import type { Message } from '../ports.js';
import { eventually } from '../testing/eventually.js';

/** What every ledger promises. `open` gives two doors to one empty ledger, as two processes would have them. */
export function describeLedger(name: string, open: () => Promise<{ ledger: Ledger; other: Ledger }>): void {
  describe(`the ledger in ${name}`, () => {
    let ledger: Ledger;
    let other: Ledger;

    beforeEach(async () => {
      ({ ledger, other } = await open());
    });
    afterEach(async () => {
      await ledger.close();
      await other.close();
    });

    it('remembers a checkpoint per subscription and partition', async () => {
      await ledger.saveCheckpoint('mails', 0, '0010');
      await ledger.saveCheckpoint('mails', 1, '0007');
      await ledger.saveCheckpoint('mails', 0, '0012');
      expect(await other.checkpoint('mails', 0)).toBe('0012');
      expect(await other.checkpoint('mails', 1)).toBe('0007');
      expect(await other.checkpoint('calls', 0)).toBeNull();
    });

    it('keeps the empty checkpoint of a subscription that began on an empty log', async () => {
      await ledger.saveCheckpoint('mails', 0, '');
      expect(await other.checkpoint('mails', 0)).toBe('');
    });

    it('never moves a checkpoint back', async () => {
      await ledger.saveCheckpoint('mails', 0, '0012');
      await other.saveCheckpoint('mails', 0, '0010');
      expect(await ledger.checkpoint('mails', 0)).toBe('0012');
    });

    it('moves a checkpoint back where it is told to, or forgets it', async () => {
      await ledger.saveCheckpoint('mails', 0, '0012');
      await ledger.saveCheckpoint('mails', 1, '0012');
      await other.resetCheckpoint('mails', 0, '0005');
      await other.resetCheckpoint('calls', 0, '0003');
      expect(await ledger.checkpoint('mails', 0)).toBe('0005');
      expect(await ledger.checkpoint('calls', 0)).toBe('0003');
      await ledger.saveCheckpoint('mails', 0, '0006');
      expect(await other.checkpoint('mails', 0)).toBe('0006');
      await other.resetCheckpoint('mails', 0, null);
      expect(await ledger.checkpoint('mails', 0)).toBeNull();
      expect(await ledger.checkpoint('mails', 1)).toBe('0012');
    });

    it('remembers a setback as it was found first, until it is removed', async () => {
      await ledger.putSetback(setback('mails', 1, '0005'));
      await ledger.putSetback(setback('mails', 0, null));
      await other.putSetback(setback('mails', 1, '0009'));
      await other.putSetback(setback('calls', 0, '0005'));
      expect(await other.setbacks()).toEqual([
        setback('calls', 0, '0005'),
        setback('mails', 0, null),
        setback('mails', 1, '0005'),
      ]);
      expect(await other.setback('mails', 1)).toEqual(setback('mails', 1, '0005'));
      await other.removeSetback('mails', 1);
      await other.removeSetback('mails', 1);
      expect(await ledger.setback('mails', 1)).toBeNull();
      expect(await ledger.setbacks()).toHaveLength(2);
    });

    it('gives a lease to one holder, who may renew it', async () => {
      expect(await ledger.holdLease('mails/0', 'a', 60_000)).toBe(true);
      expect(await other.holdLease('mails/0', 'b', 60_000)).toBe(false);
      expect(await ledger.holdLease('mails/0', 'a', 60_000)).toBe(true);
      expect(await other.holdLease('mails/1', 'b', 60_000)).toBe(true);
      const leases = await other.leases();
      expect(leases.map((lease) => [lease.name, lease.holder])).toEqual([
        ['mails/0', 'a'],
        ['mails/1', 'b'],
      ]);
      expect(new Date(leases[0]?.until ?? '').getTime()).toBeGreaterThan(Date.now());
    });

    it('gives a lease to exactly one of many who want it at once', async () => {
      const wanted = Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? ledger : other).holdLease('mails/0', `runner ${index}`, 60_000),
      );
      expect((await Promise.all(wanted)).filter((held) => held)).toHaveLength(1);
    });

    it('gives a lease that has run out to exactly one of many', async () => {
      await ledger.holdLease('mails/0', 'a', 1);
      await eventually(async () => {
        expect(await other.leases()).toEqual([]);
      });
      const wanted = Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? ledger : other).holdLease('mails/0', `runner ${index}`, 60_000),
      );
      expect((await Promise.all(wanted)).filter((held) => held)).toHaveLength(1);
    });

    it('lets another take a lease that has run out, and shows it no longer', async () => {
      await ledger.holdLease('mails/0', 'a', 40);
      await eventually(async () => {
        expect(await other.leases()).toEqual([]);
      });
      expect(await other.holdLease('mails/0', 'b', 60_000)).toBe(true);
      expect(await ledger.holdLease('mails/0', 'a', 60_000)).toBe(false);
    });

    it('gives a lease free at once when its holder releases it, and only then', async () => {
      await ledger.holdLease('mails/0', 'a', 60_000);
      await other.releaseLease('mails/0', 'b');
      expect(await other.holdLease('mails/0', 'b', 60_000)).toBe(false);
      await ledger.releaseLease('mails/0', 'a');
      expect(await other.holdLease('mails/0', 'b', 60_000)).toBe(true);
    });

    it('keeps dead letters by id, of one subscription or of all, earliest first', async () => {
      const second = letter({ id: 'l2', position: '0009' });
      const first = letter({ id: 'l1', position: '0004' });
      const foreign = letter({ id: 'l3', subscription: 'calls', position: '0001' });
      for (const each of [second, first, foreign]) await ledger.putDeadLetter(each);
      expect(await other.deadLetters('mails')).toEqual([first, second]);
      expect(await other.deadLetters()).toEqual([foreign, first, second]);
      expect(await other.deadLetter('l2')).toEqual(second);
      expect(await other.deadLetter('l9')).toBeNull();
    });

    it('replaces a dead letter of the same id, and removes it once', async () => {
      await ledger.putDeadLetter(letter({ attempts: 5 }));
      await ledger.putDeadLetter(letter({ attempts: 10 }));
      expect(await ledger.deadLetters()).toEqual([letter({ attempts: 10 })]);
      await other.removeDeadLetter('l1');
      await other.removeDeadLetter('l1');
      expect(await ledger.deadLetters()).toEqual([]);
    });

    it('keeps messages that wait, by key, in the order of their offsets', async () => {
      for (const offset of ['10', '9', '100']) await ledger.parkMessage('mails', message({ offset }));
      await ledger.parkMessage('mails', message({ offset: '9' }));
      await ledger.parkMessage('mails', message({ offset: '11', key: 'other' }));
      await ledger.parkMessage('calls', message({ offset: '12' }));
      const waiting = async (): Promise<string[]> =>
        (await other.parkedMessages('mails', 'leads', 'lead-1')).map(({ offset }) => offset);
      expect(await waiting()).toEqual(['9', '10', '100']);
      await other.unparkMessage('mails', message({ offset: '9' }));
      expect(await waiting()).toEqual(['10', '100']);
      expect(await other.parkedMessages('mails', 'leads', 'other')).toEqual([message({ offset: '11', key: 'other' })]);
    });

    it('keeps jobs with their progress', async () => {
      const job: Job = { id: 'j1', kind: 'rebuild', readModel: 'leadList', state: 'running', done: 5, progress: 0.5 };
      await ledger.putJob(job);
      await ledger.putJob({ ...job, state: 'done', done: 10, progress: 1 });
      expect(await other.job('j1')).toEqual({ ...job, state: 'done', done: 10, progress: 1 });
      expect(await other.job('j2')).toBeNull();
    });

    it('lists the jobs begun last, those first', async () => {
      expect(await other.jobs(5)).toEqual([]);
      const job = (id: string, hour: string): Job => {
        const startedAt = `2026-11-02T${hour}:00:00.000Z`;
        return { id, kind: 'verify', readModel: 'leadList', state: 'done', done: 1, progress: 1, startedAt };
      };
      for (const each of [job('a', '09'), job('b', '11'), job('c', '10'), job('d', '10')]) await ledger.putJob(each);
      const ids = async (limit: number): Promise<string[]> => (await other.jobs(limit)).map(({ id }) => id);
      expect(await ids(3)).toEqual(['b', 'd', 'c']);
      expect(await ids(9)).toEqual(['b', 'd', 'c', 'a']);
    });

    it('keeps the last report of each subscription and partition', async () => {
      for (const each of [status('mails', 1, '0001'), status('mails', 0, '0002'), status('calls', 0, '0003')]) {
        await ledger.report(each);
      }
      await ledger.report(status('mails', 1, '0004'));
      expect(await other.reports()).toEqual([
        status('calls', 0, '0003'),
        status('mails', 0, '0002'),
        status('mails', 1, '0004'),
      ]);
    });
  });
}

function letter(part: Partial<DeadLetter>): DeadLetter {
  return {
    id: 'l1',
    subscription: 'mails',
    partition: 0,
    stream: 'lead-1',
    eventId: 'e1',
    eventType: 'LeadCreated.v1',
    position: '0004',
    error: 'smtp.refused',
    attempts: 5,
    failedAt: '2026-11-02T10:00:00.000Z',
    ...part,
  };
}

function message(part: Partial<Message>): Message {
  return {
    topic: 'leads',
    partition: 0,
    offset: '0',
    key: 'lead-1',
    headers: { ce_type: 'leadline.lead.created' },
    value: '{"a":"ü"}',
    publishedAt: '2026-11-02T10:00:00.000Z',
    ...part,
  };
}

function setback(subscription: string, partition: number, head: string | null): Setback {
  const foundAt = '2026-11-02T10:00:00.000Z';
  return { subscription, partition, kind: 'reaction', checkpoint: '0012', head, foundAt };
}

function status(name: string, partition: number, position: string): SubscriptionStatus {
  return {
    name,
    kind: 'reaction',
    partition,
    partitions: 2,
    position,
    lag: 0,
    caughtUp: true,
    holder: 'a',
    leaseUntil: null,
    deadLetters: 0,
    reportedAt: '2026-11-02T10:00:00.000Z',
  };
}
