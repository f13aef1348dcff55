import type { Position, StoredEvent } from '@leadline/event-sourcing';
import type { Publication } from '../definitions.js';
import type { Ledger } from '../ledger-port.js';
import type { MessageBus } from '../ports.js';
import { publishing, type Outgoing } from '../tracing/work-spans.js';
import type { Dealing, Follower } from './follower.js';
import type { WorkLog } from './log.js';
import { describeError, nameOf, tryRepeatedly, type RetryPolicy } from './retry.js';

const BATCH_SIZE = 500;

export interface PublicationFollowing {
  readonly publication: Publication;
  readonly messageBus: Pick<MessageBus, 'publish' | 'ensureTopics'>;
  readonly ledger: Pick<Ledger, 'checkpoint' | 'saveCheckpoint'>;
  readonly retry: RetryPolicy;
  readonly log: WorkLog;
  /** What traces call the bus. */
  readonly messagingSystem: string;
}

/** Publishes what others may learn: at least once, in order per stream. */
export function followPublication(options: PublicationFollowing): Follower {
  const { publication, messageBus, ledger } = options;
  const checkpoint = (): Promise<Position | null> => ledger.checkpoint(publication.name, 0);
  return {
    kind: 'publication',
    name: publication.name,
    leaseName: `${publication.name}/0`,
    categories: publication.categories,
    partition: 0,
    partitions: 1,
    batchSize: BATCH_SIZE,
    checkpoint,
    atSetback: 'refuse',
    setbackName: publication.name,
    open: async () => {
      await messageBus.ensureTopics([publication.topic]);
      return {
        checkpoint: await checkpoint(),
        retriesByStream: true,
        deal: (events, dealing) => deal(events, options, dealing),
        save: (position) => ledger.saveCheckpoint(publication.name, 0, position),
      };
    },
  };
}

async function deal(events: readonly StoredEvent[], options: PublicationFollowing, dealing: Dealing): Promise<void> {
  const outgoing = translate(events, options, dealing);
  if (outgoing.length === 0) return;
  const failure = await publish(outgoing, options, dealing);
  if (!failure) return;
  const [first] = outgoing;
  if (first && outgoing.length === 1) return dealing.blocked.block(first.event, failure);
  // The bus is there and refuses the batch: one of them must be to blame. Each by itself, so that only that one holds up
  // its stream; what was already published is so once more, which consumers bear.
  for (const each of outgoing) {
    if (!dealing.blocked.holds(each.event)) await deal([each.event], options, dealing);
  }
}

function translate(
  events: readonly StoredEvent[],
  { publication }: PublicationFollowing,
  { blocked }: Dealing,
): Outgoing[] {
  const outgoing: Outgoing[] = [];
  for (const event of events) {
    if (blocked.holds(event)) continue;
    try {
      const message = publication.translate(event);
      if (message) outgoing.push({ event, message });
    } catch (error) {
      // Pure, so it would fail the same way again.
      blocked.block(event, { error, attempts: 1 });
    }
  }
  return outgoing;
}

function publish(
  outgoing: readonly Outgoing[],
  { publication, messageBus, retry, log, messagingSystem }: PublicationFollowing,
  { signal }: Dealing,
): ReturnType<typeof tryRepeatedly> {
  return publishing(publication, outgoing, messagingSystem, (messages) =>
    tryRepeatedly(
      () => messageBus.publish(publication.topic.name, messages),
      retry,
      signal,
      (error, attempt) =>
        log.warn({ publication: publication.name, attempt, error: describeError(error) }, 'Publishing failed'),
      (error) => !isMessageAtFault(error),
    ),
  );
}

/**
 * Only its size can make the bus refuse one message and take the next. Whatever else it says (no right to write, no such
 * topic) is true of all of them: then everything waits, in order, until somebody has mended it.
 */
function isMessageAtFault(error: unknown): boolean {
  return nameOf(error) === 'MessageTooLargeError';
}
