import { handleCommand, nameId, type Position, type StoredEvent } from '@leadline/event-sourcing';
import type { DeadLetter, SubscriptionStatus } from '../ledger-port.js';
import { isOperation, OPERATION, requestedRetry } from '../operations/operation.events.js';
import { operationAggregate, SYSTEM } from '../operations/operation.js';
import type { EventBatch } from '../ports.js';
import { projecting } from '../tracing/work-spans.js';
import { blockedStreams, type BlockedStreams } from './blocked-streams.js';
import type { Follower, Opened } from './follower.js';
import type { HeldLease } from './lease.js';
import { partitionOf } from './partition-of.js';
import { afterOf, BEGINNING } from './position.js';
import { pause } from './retry.js';
import type { SubscriptionContext } from './subscription.js';

/**
 * Live, a batch is followed by a rest of so many times what it took. Where there is little to do that is nothing; under
 * load events gather meanwhile, and one larger save costs far less than several small ones (measured: a tenth more commands
 * per second, and the list no further behind).
 */
const REST = 3;
const LONGEST_REST_MS = 100;

/** How a subscription stands at the moment, for those who watch it. */
export interface Stand {
  position: Position | null;
  lag: number;
  caughtUp: boolean;
  deadLetters: number;
  /** Why it is not worked; null: it is. */
  problem: SubscriptionStatus['problem'] | null;
}

export interface FollowOnce {
  readonly follower: Follower;
  readonly opened: Opened;
  readonly context: SubscriptionContext;
  readonly lease: HeldLease;
  /** Kept up to date. */
  readonly stand: Stand;
  readonly signal: AbortSignal;
}

/**
 * Follows the log from the checkpoint until the signal aborts or something fails: deal with a batch, write the dead
 * letters it made, and only then the checkpoint. So a crash at any point repeats work, and skips none.
 */
export async function followOnce(options: FollowOnce): Promise<void> {
  const { follower, opened, context, lease, stand, signal } = options;
  const { ledger, sharedLog, monotonicMs } = context;
  const blocked = await loadBlocked(options);
  let position = opened.checkpoint;
  let saved = position;
  let saving: Promise<void> = Promise.resolve();
  tell({ lag: 1, caughtUp: false });

  function tell(news: Pick<Stand, 'lag' | 'caughtUp'>): void {
    Object.assign(stand, news, { position, deadLetters: blocked.size, problem: null });
  }

  async function putLetters(): Promise<void> {
    lease.assertHeld();
    for (const letter of blocked.unwritten()) {
      await ledger.putDeadLetter(letter);
      blocked.written(letter);
    }
  }

  /** One after the other: a checkpoint must not overtake the letter of an event that stands before it. */
  function save(upTo: Position | null): Promise<void> {
    const next = (): Promise<void> => saveNow(upTo);
    saving = saving.then(next, next);
    return saving;
  }

  async function saveNow(upTo: Position | null): Promise<void> {
    await putLetters();
    if (upTo === null || upTo === BEGINNING || upTo === saved) return;
    lease.assertHeld();
    await opened.save(upTo);
    saved = upTo;
  }

  /** Tries again what was parked, up to where the subscription stands, and lets the stream go on where that succeeds. */
  async function retry(letter: DeadLetter): Promise<void> {
    if (!opened.retriesByStream) return requestRebuild(options, letter);
    // A crash amid a retry can leave two: then what the earlier one failed at may not have been saved either.
    const letters = blocked.letters().filter(({ stream }) => stream === letter.stream);
    const from = letters.map((each) => each.position).sort()[0] ?? letter.position;
    const parked = await parkedEvents(options, letter.stream, from, position);
    blocked.unblock(letter);
    await opened.deal(parked, { blocked, signal, reached: putLetters });
    await putLetters();
    if (position !== null && position !== BEGINNING) await opened.save(position);
    for (const { id } of letters) if (!blocked.find(id)) await ledger.removeDeadLetter(id);
  }

  /** A letter of a generation that is no longer live: the events behind it were folded anew since. */
  async function removeObsolete(id: string): Promise<void> {
    const letter = await ledger.deadLetter(id);
    const isOurs = letter?.subscription === follower.name && letter.partition === follower.partition;
    if (isOurs && letter.generation !== opened.generation) await ledger.removeDeadLetter(id);
  }

  async function deal(batch: EventBatch): Promise<void> {
    // Before the batch: its own events come after those that were parked.
    for (const id of batch.events.flatMap((event) => requestedRetry(event) ?? [])) {
      const letter = blocked.find(id);
      if (letter) await retry(letter);
      else await removeObsolete(id);
    }
    const events = ownEvents(batch, follower);
    tell({ lag: events.length + (batch.caughtUp ? 0 : 1), caughtUp: false });
    await projecting(follower, events, async () => {
      await opened.deal(events, { blocked, signal, reached: save });
      position = batch.position;
      if (batch.caughtUp || !opened.mayDefer?.()) await save(position);
    });
    tell({ lag: batch.caughtUp ? 0 : 1, caughtUp: batch.caughtUp });
  }

  const categories = [...new Set([...follower.categories, OPERATION])];
  const after = afterOf(position);
  for await (const batch of sharedLog.subscribe({ categories, after, limit: follower.batchSize, signal })) {
    lease.assertHeld();
    const begunMs = monotonicMs();
    await deal(batch);
    const restMs = Math.min(REST * (monotonicMs() - begunMs), LONGEST_REST_MS);
    if (batch.caughtUp && restMs >= 1) await pause(restMs, signal);
  }
  await save(position);
}

async function loadBlocked({ follower, opened, context }: FollowOnce): Promise<BlockedStreams> {
  const { name, partition } = follower;
  const { generation } = opened;
  const stored = await context.ledger.deadLetters(name);
  const letters = stored.filter((letter) => letter.partition === partition && letter.generation === generation);
  return blockedStreams({ subscription: name, generation, partition: () => partition, letters, now: context.now });
}

function ownEvents(batch: EventBatch, { categories, partition, partitions }: Follower): readonly StoredEvent[] {
  const takesOperations = categories.includes(OPERATION);
  return batch.events.filter(
    (event) =>
      (takesOperations || !isOperation(event)) &&
      (partitions === 1 || partitionOf(event.stream, partitions) === partition),
  );
}

/** What waits behind a letter, the failed event first. */
async function parkedEvents(
  { context }: FollowOnce,
  stream: string,
  from: Position,
  upTo: Position | null,
): Promise<readonly StoredEvent[]> {
  const parked: StoredEvent[] = [];
  if (upTo === null) return parked;
  for await (const event of context.eventStore.readStream(stream)) {
    if (event.position > upTo) break;
    if (event.position >= from) parked.push(event);
  }
  return parked;
}

/** Asks for it in the log, under an id that follows from the letter's attempts: however often this is repeated, it is one. */
async function requestRebuild({ follower, context }: FollowOnce, letter: DeadLetter): Promise<void> {
  const commandId = nameId(`rebuild/${letter.id}/${letter.attempts}/${letter.failedAt}`);
  const jobId = nameId(`job/${commandId}`);
  await handleCommand(context.eventStore, operationAggregate, jobId, {
    type: 'RequestReadModelRebuild',
    data: { jobId, readModel: follower.name },
    metadata: {
      id: commandId,
      actor: SYSTEM,
      at: context.now().toISOString(),
      correlationId: commandId,
    },
  });
}
