import type { Ledger } from '../ledger-port.js';
import { answerWithin } from './answer-within.js';
import { answerMs, type LeaseTimes } from './lease.js';
import { pause } from './retry.js';

/** One of the leases that runners of the same work share out among them. */
export interface SharedLease {
  /** Leases of one group are spread evenly: the partitions of a subscription, and all that have none. */
  readonly group: string;
  /** True where giving it up interrupts little. */
  isAtRest(): boolean;
  /** To be released, so that another runner can take it. */
  giveUp(): void;
}

/** Sees to it that each of the runners that are there has about as much to do. */
export interface FairShare {
  /** Before it runs. */
  add(lease: SharedLease): void;
  /** Shows that this runner is there, and gives up what is more than its share, until the signal aborts. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** Asks for the lease, unless this runner has its share of the group already. True when it was got. */
  take(lease: SharedLease, ask: () => Promise<boolean>): Promise<boolean>;
  release(lease: SharedLease): void;
}

export interface FairShareOptions {
  readonly ledger: Pick<Ledger, 'holdLease' | 'releaseLease' | 'leases'>;
  /** Of the work: its runners count, and no others. */
  readonly name: string;
  readonly holder: string;
  readonly times: LeaseTimes;
  readonly onError: (error: unknown) => void;
}

export function fairShare({ ledger, name, holder, times, onError }: FairShareOptions): FairShare {
  const presence = `runner/${name}/`;
  const limitMs = answerMs(times);
  const leases: SharedLease[] = [];
  /** Those held, and those just being asked for. */
  const taken = new Set<SharedLease>();
  let runners = 1;
  let begin: () => void = () => undefined;
  /** Before the ledger has told how many there are nothing is taken. */
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  const inGroup = (all: Iterable<SharedLease>, group: string): SharedLease[] =>
    [...all].filter((lease) => lease.group === group);
  const shareOf = (group: string): number => Math.ceil(inGroup(leases, group).length / runners);

  async function beat(): Promise<void> {
    await answerWithin(limitMs, () => ledger.holdLease(`${presence}${holder}`, holder, times.ttlMs));
    const held = await answerWithin(limitMs, () => ledger.leases());
    runners = held.filter((lease) => lease.name.startsWith(presence)).length || 1;
    begin();
    for (const group of new Set(leases.map((lease) => lease.group))) {
      const ours = inGroup(taken, group);
      const surplus = Math.max(ours.length - shareOf(group), 0);
      const atRestFirst = ours.sort((a, b) => Number(b.isAtRest()) - Number(a.isAtRest()));
      for (const lease of atRestFirst.slice(0, surplus)) lease.giveUp();
    }
  }

  return {
    add: (lease) => void leases.push(lease),

    async run(signal) {
      while (!signal.aborted) {
        await beat().catch(onError);
        await pause(times.renewEveryMs, signal);
      }
      begin();
      await answerWithin(limitMs, () => ledger.releaseLease(`${presence}${holder}`, holder)).catch(onError);
    },

    async take(lease, ask) {
      await begun;
      if (inGroup(taken, lease.group).length >= shareOf(lease.group)) return false;
      taken.add(lease);
      let isGot = false;
      try {
        isGot = await ask();
      } finally {
        if (!isGot) taken.delete(lease);
      }
      return isGot;
    },

    release: (lease) => taken.delete(lease),
  };
}
