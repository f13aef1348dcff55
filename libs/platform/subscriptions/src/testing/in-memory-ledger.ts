import type { DeadLetter, Job, Ledger, Lease, Setback, SubscriptionStatus } from '../ledger-port.js';
import type { Message } from '../ports.js';
import { sortableOffset } from '../ledger/json.js';

/** The ledger's port over maps. */
export function inMemoryLedger(nowMs: () => number = Date.now): Ledger {
  const checkpoints = new Map<string, string>();
  const leases = new Map<string, Lease>();
  const letters = new Map<string, DeadLetter>();
  const parked = new Map<string, { consumption: string; message: Message }>();
  const jobs = new Map<string, Job>();
  const reports = new Map<string, SubscriptionStatus>();
  const setbacks = new Map<string, Setback>();
  const isOver = (lease: Lease | undefined): boolean => !lease || new Date(lease.until).getTime() <= nowMs();
  const parkedId = (consumption: string, { topic, partition, offset }: Message): string =>
    `${consumption}/${topic}/${partition}/${sortableOffset(offset)}`;

  return {
    checkpoint: async (subscription, partition) => checkpoints.get(`${subscription}/${partition}`) ?? null,
    saveCheckpoint: async (subscription, partition, position) => {
      const key = `${subscription}/${partition}`;
      if (position >= (checkpoints.get(key) ?? '')) checkpoints.set(key, position);
    },
    resetCheckpoint: async (subscription, partition, position) => {
      const key = `${subscription}/${partition}`;
      if (position === null) checkpoints.delete(key);
      else checkpoints.set(key, position);
    },
    putSetback: async (setback) => {
      const key = `${setback.subscription}/${setback.partition}`;
      if (!setbacks.has(key)) setbacks.set(key, setback);
    },
    setback: async (subscription, partition) => setbacks.get(`${subscription}/${partition}`) ?? null,
    setbacks: async () => [...setbacks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, setback]) => setback),
    removeSetback: async (subscription, partition) => {
      setbacks.delete(`${subscription}/${partition}`);
    },
    holdLease: async (name, holder, ttlMs) => {
      const lease = leases.get(name);
      if (lease?.holder !== holder && !isOver(lease)) return false;
      leases.set(name, { name, holder, until: new Date(nowMs() + ttlMs).toISOString() });
      return true;
    },
    releaseLease: async (name, holder) => {
      if (leases.get(name)?.holder === holder) leases.delete(name);
    },
    leases: async () =>
      [...leases.values()].filter((lease) => !isOver(lease)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    putDeadLetter: async (letter) => {
      letters.set(letter.id, letter);
    },
    removeDeadLetter: async (id) => {
      letters.delete(id);
    },
    deadLetters: async (subscription) =>
      [...letters.values()]
        .filter((letter) => subscription === undefined || letter.subscription === subscription)
        .sort((a, b) => (a.position < b.position ? -1 : 1)),
    deadLetter: async (id) => letters.get(id) ?? null,
    parkMessage: async (consumption, message) => {
      parked.set(parkedId(consumption, message), { consumption, message });
    },
    parkedMessages: async (consumption, topic, key) =>
      [...parked.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, each]) => each)
        .filter((each) => each.consumption === consumption && each.message.topic === topic && each.message.key === key)
        .map(({ message }) => message),
    unparkMessage: async (consumption, message) => {
      parked.delete(parkedId(consumption, message));
    },
    putJob: async (job) => {
      jobs.set(job.id, job);
    },
    job: async (id) => jobs.get(id) ?? null,
    jobs: async (limit) => [...jobs.values()].sort((a, b) => (begunAt(a) < begunAt(b) ? 1 : -1)).slice(0, limit),
    report: async (status) => {
      reports.set(`${status.name}/${status.partition}`, status);
    },
    reports: async () => [...reports.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, status]) => status),
    close: async () => undefined,
  };
}

/** Sorts by when a job was begun, then by its id. */
function begunAt({ startedAt = '', id }: Job): string {
  return `${startedAt} ${id}`;
}
