import type { components } from '../../api/schema/operations.js';

export type Subscription = components['schemas']['SubscriptionAnswer'];
export type DeadLetter = components['schemas']['DeadLetterAnswer'];
export type Job = components['schemas']['JobAnswer'];

/**
 * How a piece of work is doing. `unattended`: no process holds it; `refused`: one does, and waits for an administrator, since
 * the events are older than its checkpoint.
 */
export type WorkState = 'upToDate' | 'behind' | 'unattended' | 'refused' | 'failing';

/** Leases are renewed every few seconds; the clocks of server and browser may disagree by this. */
const TOLERATED_MS = 30_000;

/** One subscription with all its partitions. */
export interface Worked {
  readonly name: string;
  readonly kind: Subscription['kind'];
  readonly lag: number;
  readonly deadLetters: number;
  readonly state: WorkState;
  readonly holders: readonly string[];
  readonly partitions: number;
  /** Of the partition that was heard of last; null where none ever was. */
  readonly reportedAt: string | null;
}

export function workStateOf(partition: Subscription, nowMs: number): WorkState {
  const { deadLetters, lag, caughtUp, problem } = partition;
  if (!isAttended(partition, nowMs)) return 'unattended';
  if (problem !== undefined) return 'refused';
  if (deadLetters > 0) return 'failing';
  return lag === 0 && caughtUp ? 'upToDate' : 'behind';
}

/** Who consumes messages holds no lease: the bus shares them out. */
function isAttended({ kind, holder, leaseUntil, reportedAt }: Subscription, nowMs: number): boolean {
  if (kind === 'consumption') return reportedAt !== null;
  return holder !== null && (leaseUntil === null || Date.parse(leaseUntil) > nowMs - TOLERATED_MS);
}

const WORST_FIRST: readonly WorkState[] = ['unattended', 'refused', 'failing', 'behind', 'upToDate'];

/** Partitions of one subscription together: the worst of them says how it is doing. Sorted by name. */
export function workOf(partitions: readonly Subscription[], nowMs: number): readonly Worked[] {
  const byName = Map.groupBy(partitions, ({ kind, name }) => `${kind} ${name}`);
  const all = [...byName.values()].flatMap((group): Worked[] => {
    const [first] = group;
    if (!first) return [];
    const states = new Set(group.map((partition) => workStateOf(partition, nowMs)));
    return [
      {
        name: first.name,
        kind: first.kind,
        lag: sum(group.map(({ lag }) => lag)),
        deadLetters: sum(group.map(({ deadLetters }) => deadLetters)),
        state: WORST_FIRST.find((state) => states.has(state)) ?? 'upToDate',
        holders: [...new Set(group.flatMap(({ holder }) => holder ?? []))].sort(),
        partitions: first.partitions,
        reportedAt: group.map(({ reportedAt }) => reportedAt).reduce(later, null),
      },
    ];
  });
  return all.sort((one, other) => one.name.localeCompare(other.name));
}

/** The newest job of each read model. */
export function latestJobs(jobs: readonly Job[]): ReadonlyMap<string, Job> {
  const latest = new Map<string, Job>();
  for (const job of jobs) {
    const known = latest.get(job.readModel);
    if (!known || began(job) > began(known)) latest.set(job.readModel, job);
  }
  return latest;
}

export function isRunning(job: Job | undefined): boolean {
  return job?.state === 'waiting' || job?.state === 'running';
}

/** What still waits is newer than all that began. */
function began({ startedAt }: Job): string {
  return startedAt ?? '9';
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
