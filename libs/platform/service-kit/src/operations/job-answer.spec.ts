import { describe, expect, it } from '@jest/globals';
import type { Job } from '@leadline/subscriptions';
import { jobAnswer } from './job-answer.js';

describe('a job', () => {
  const startedAt = '2026-11-02T09:00:00.000Z';
  const now = '2026-11-02T09:01:00.000Z';
  const clock = { now: () => now, nowMs: () => Date.parse(now) };
  const job: Job = {
    id: 'j',
    kind: 'rebuild',
    readModel: 'leads',
    state: 'running',
    done: 5,
    progress: 0.25,
    startedAt,
  };

  it('that runs says when it will be done', () => {
    expect(jobAnswer(job, clock)).toEqual({ ...job, expectedAt: '2026-11-02T09:04:00.000Z' });
  });

  it.each<Partial<Job>>([{ state: 'waiting' }, { state: 'done', progress: 1 }, { state: 'failed' }, { progress: 0 }])(
    'says nothing of it while it is %j',
    (more) => {
      expect(jobAnswer({ ...job, ...more }, clock)).toEqual({ ...job, ...more });
    },
  );
});
