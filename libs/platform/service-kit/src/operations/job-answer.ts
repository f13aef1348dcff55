import type { Job } from '@leadline/subscriptions';
import type { Clock } from '../clock.js';
import type { JobAnswer } from './operations.answers.js';

/** Below this, a guess would be anybody's. */
const LEAST_PROGRESS = 0.01;

/** A job as it is answered: while it runs, with when it will be done if it goes on at its pace. */
export function jobAnswer(job: Job, clock: Clock): JobAnswer {
  const { state, startedAt, progress } = job;
  if (state !== 'running' || startedAt === undefined || progress < LEAST_PROGRESS) return job;
  const startedMs = Date.parse(startedAt);
  const wholeMs = (clock.nowMs() - startedMs) / progress;
  return { ...job, expectedAt: new Date(startedMs + wholeMs).toISOString() };
}
