import { nameId, type StoredEvent } from '@leadline/event-sourcing';
import type { DeadLetter } from '../ledger-port.js';
import { describeError, type Failure } from './retry.js';

/**
 * The streams of one subscription and partition that wait behind a dead letter. What comes in such a stream from the
 * letter's position on is left where it is, in the log, until the letter is retried: the letter alone tells where from.
 */
export interface BlockedStreams {
  readonly size: number;
  /** True where the event waits behind a dead letter. */
  holds(event: StoredEvent): boolean;
  /** Stops the event's stream at it. The letter is yet to be written, before any checkpoint beyond it. */
  block(event: StoredEvent, failure: Failure): void;
  find(letterId: string): DeadLetter | undefined;
  /** Lets the stream go on, to try again. What fails again adds to the letter's attempts. */
  unblock(letter: DeadLetter): void;
  /** Letters that the ledger may not have yet, earliest first. They stay until {@link written} says otherwise. */
  unwritten(): readonly DeadLetter[];
  written(letter: DeadLetter): void;
  letters(): readonly DeadLetter[];
}

export interface BlockedStreamsOptions {
  readonly subscription: string;
  readonly generation?: string | undefined;
  readonly partition: (stream: string) => number;
  /** Those that the ledger has, earliest first. */
  readonly letters: readonly DeadLetter[];
  readonly now: () => Date;
}

export function blockedStreams(options: BlockedStreamsOptions): BlockedStreams {
  const { subscription, generation, partition, letters, now } = options;
  const byStream = new Map<string, DeadLetter>();
  const byId = new Map<string, DeadLetter>();
  const retriedAttempts = new Map<string, number>();
  const made = new Set<DeadLetter>();

  function add(letter: DeadLetter): void {
    byId.set(letter.id, letter);
    // A crash amid a retry can leave two of one stream: the earlier one has it all behind it.
    if (!byStream.has(letter.stream)) byStream.set(letter.stream, letter);
  }
  letters.forEach(add);

  return {
    get size() {
      return byStream.size;
    },
    holds(event) {
      if (byStream.size === 0) return false;
      const letter = byStream.get(event.stream);
      return letter !== undefined && event.position >= letter.position;
    },
    block(event, { error, attempts }) {
      const id = deadLetterId(generation ?? subscription, event.id);
      const letter: DeadLetter = {
        id,
        subscription,
        partition: partition(event.stream),
        ...(generation !== undefined && { generation }),
        stream: event.stream,
        eventId: event.id,
        eventType: event.type,
        position: event.position,
        error: describeError(error),
        attempts: attempts + (retriedAttempts.get(id) ?? 0),
        failedAt: now().toISOString(),
      };
      made.add(letter);
      add(letter);
    },
    find: (letterId) => byId.get(letterId),
    unblock(letter) {
      for (const each of [...byId.values()].filter(({ stream }) => stream === letter.stream)) {
        retriedAttempts.set(each.id, each.attempts);
        byId.delete(each.id);
      }
      byStream.delete(letter.stream);
    },
    unwritten: () => [...made],
    written: (letter) => made.delete(letter),
    letters: () => [...byId.values()],
  };
}

function deadLetterId(lacking: string, eventId: string): string {
  return nameId(`${lacking}/${eventId}`);
}
