import { describe, expect, it } from '@jest/globals';
import { isRunning, latestJobs, workOf, type Job, type Subscription } from './work-state.js';

const NOW_MS = Date.parse('2026-11-22T12:00:00.000Z');

const partition = (changes: Partial<Subscription> = {}): Subscription => ({
  name: 'leadList',
  kind: 'readModel',
  partition: 0,
  partitions: 1,
  position: '12',
  lag: 0,
  caughtUp: true,
  holder: 'one',
  leaseUntil: null,
  deadLetters: 0,
  reportedAt: '2026-11-22T11:59:58.000Z',
  ...changes,
});

const job = (changes: Partial<Job> = {}): Job => ({
  id: '1',
  kind: 'rebuild',
  readModel: 'leadList',
  state: 'done',
  done: 10,
  progress: 1,
  startedAt: '2026-11-22T10:00:00.000Z',
  ...changes,
});

describe('how work is doing', () => {
  it('is up to date where nothing waits', () => expect(workOf([partition()], NOW_MS)[0]?.state).toBe('upToDate'));

  it('is behind while events wait, or more are known to come', () => {
    expect(workOf([partition({ lag: 3 })], NOW_MS)[0]?.state).toBe('behind');
    expect(workOf([partition({ caughtUp: false })], NOW_MS)[0]?.state).toBe('behind');
  });

  it('is unattended where nobody holds it, or whose lease has run out', () => {
    expect(workOf([partition({ holder: null })], NOW_MS)[0]?.state).toBe('unattended');
    expect(workOf([partition({ leaseUntil: '2026-11-22T11:59:00.000Z' })], NOW_MS)[0]?.state).toBe('unattended');
    expect(workOf([partition({ leaseUntil: '2026-11-22T12:00:09.000Z' })], NOW_MS)[0]?.state).toBe('upToDate');
  });

  it('is refused where it is ahead of the log, whatever else there is', () => {
    const refused = partition({ kind: 'reaction', problem: 'aheadOfLog', lag: 1, caughtUp: false, deadLetters: 2 });
    expect(workOf([refused], NOW_MS)[0]?.state).toBe('refused');
    expect(workOf([{ ...refused, holder: null }], NOW_MS)[0]?.state).toBe('unattended');
  });

  it('needs no lease where messages are consumed, only that somebody has begun', () => {
    const consumption = partition({ kind: 'consumption', holder: null });
    expect(workOf([consumption], NOW_MS)[0]?.state).toBe('upToDate');
    expect(workOf([{ ...consumption, reportedAt: null }], NOW_MS)[0]?.state).toBe('unattended');
  });

  it('puts partitions together: lags add up, and the worst one tells the state', () => {
    const [work] = workOf(
      [
        partition({ partitions: 2, lag: 2 }),
        partition({ partitions: 2, partition: 1, lag: 1, deadLetters: 1, holder: 'two' }),
      ],
      NOW_MS,
    );
    expect(work).toMatchObject({ lag: 3, deadLetters: 1, state: 'failing', holders: ['one', 'two'], partitions: 2 });
  });

  it('tells a read model from a reaction of the same name', () =>
    expect(workOf([partition(), partition({ kind: 'reaction' })], NOW_MS)).toHaveLength(2));
});

describe('the latest job of a read model', () => {
  it('is the one that began last, and one that waits is newer still', () => {
    const older = job();
    const newer = job({ id: '2', startedAt: '2026-11-22T11:00:00.000Z' });
    const { startedAt: _, ...rest } = job({ id: '3', state: 'waiting' });
    expect(latestJobs([newer, older]).get('leadList')?.id).toBe('2');
    expect(latestJobs([newer, rest, older]).get('leadList')?.id).toBe('3');
    expect(isRunning(rest)).toBe(true);
    expect(isRunning(newer)).toBe(false);
  });
});
