import { nameId, newId } from '@leadline/event-sourcing';
import type { Consumption } from '../definitions.js';
import type { DeadLetter, Ledger } from '../ledger-port.js';
import type { Message, MessageBus } from '../ports.js';
import { consuming } from '../tracing/work-spans.js';
import { eachInOrderPerKey } from './each-in-order.js';
import { acquireLease, type LeaseTimes } from './lease.js';
import type { WorkLog } from './log.js';
import { describeError, tryRepeatedly, type Failure, type RetryPolicy } from './retry.js';

export interface ConsumptionContext {
  readonly messageBus: MessageBus;
  readonly ledger: Ledger;
  readonly holder: string;
  readonly lease: LeaseTimes;
  readonly retry: RetryPolicy;
  /** How many keys are dealt with at the same time. */
  readonly concurrency: number;
  readonly now: () => Date;
  readonly monotonicMs: () => number;
  readonly log: WorkLog;
  /** What traces call the bus. */
  readonly messagingSystem: string;
}

/**
 * Deals with a batch of messages, in order per key. One that fails for good becomes a dead letter; what follows with its
 * key is kept in the ledger behind it, since the bus may have let go of it before the letter is retried.
 * @throws the signal's reason
 */
export async function consumeBatch(
  consumption: Consumption,
  messages: readonly Message[],
  context: ConsumptionContext,
  signal: AbortSignal,
): Promise<void> {
  const { ledger, concurrency } = context;
  const { name } = consumption;
  const blocked = new Set((await ledger.deadLetters(name)).map(({ stream }) => stream));
  await eachInOrderPerKey(messages, streamOf, concurrency, signal, async (message) => {
    if (blocked.has(streamOf(message)) && (await park(consumption, message, context, signal))) return;
    const failure = await attempt(consumption, message, context, signal);
    if (!failure) return;
    const letter = letterFor(consumption, message, failure, context);
    await alone(consumption, letter.stream, context, signal, async () => {
      // The letter first: from then on the message is found to wait, also when it comes once more after a crash.
      await ledger.putDeadLetter(letter);
      await ledger.parkMessage(name, message);
    });
    blocked.add(letter.stream);
  });
}

/** Tries a letter's message again, then what waits behind it; the letter goes when nothing is left. */
export async function retryMessages(
  consumption: Consumption,
  letter: DeadLetter,
  context: ConsumptionContext,
  signal: AbortSignal,
): Promise<void> {
  const { ledger } = context;
  const { topic, key } = partsOf(letter.stream);
  await alone(consumption, letter.stream, context, signal, async (held) => {
    // Of two retries at once the second one finds the letter gone.
    if (!(await ledger.deadLetter(letter.id))) return;
    for (const message of await ledger.parkedMessages(consumption.name, topic, key)) {
      const failure = await attempt(consumption, message, context, held);
      if (failure) {
        const again = letterFor(consumption, message, failure, context);
        const isSame = again.id === letter.id;
        await ledger.putDeadLetter(isSame ? { ...again, attempts: letter.attempts + again.attempts } : again);
        if (!isSame) await ledger.removeDeadLetter(letter.id);
        return;
      }
      await ledger.unparkMessage(consumption.name, message);
    }
    // A crash amid a retry can leave two of one key. With nothing left behind them both have done their service.
    const letters = await ledger.deadLetters(consumption.name);
    for (const { id, stream } of letters) if (stream === letter.stream) await ledger.removeDeadLetter(id);
  });
}

/** Puts a message behind the letter of its key; false where that was retried in the meantime and the key is free. */
async function park(
  consumption: Consumption,
  message: Message,
  context: ConsumptionContext,
  signal: AbortSignal,
): Promise<boolean> {
  const { ledger } = context;
  let isParked = false;
  await alone(consumption, streamOf(message), context, signal, async () => {
    const letters = await ledger.deadLetters(consumption.name);
    isParked = letters.some(({ stream }) => stream === streamOf(message));
    if (isParked) await ledger.parkMessage(consumption.name, message);
  });
  return isParked;
}

/** Parking and retrying of one key exclude each other, over all processes: else a message could be parked behind a letter that is gone. */
async function alone(
  consumption: Consumption,
  stream: string,
  { ledger, holder, lease: times, monotonicMs, log }: ConsumptionContext,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const onError = (error: unknown): void =>
    log.warn({ consumption: consumption.name, error: describeError(error) }, 'The ledger does not answer');
  const lease = await acquireLease({
    ledger,
    name: `${consumption.name}/${stream}`,
    holder: `${holder}/${newId()}`,
    times: { ...times, retryEveryMs: Math.min(50, times.renewEveryMs) },
    signal,
    monotonicMs,
    onError,
  });
  if (!lease) throw signal.reason;
  try {
    await work(AbortSignal.any([signal, lease.signal]));
  } finally {
    await lease.release();
  }
}

function attempt(
  consumption: Consumption,
  message: Message,
  { retry, log, messagingSystem }: ConsumptionContext,
  signal: AbortSignal,
): Promise<Failure | null> {
  return consuming(consumption, message, messagingSystem, () =>
    tryRepeatedly(
      () => consumption.handle(message, { signal }),
      retry,
      signal,
      (error, attempts) =>
        log.warn(
          { consumption: consumption.name, message: messageId(message), attempts, error: describeError(error) },
          'A message could not be handled',
        ),
    ),
  );
}

function letterFor(
  { name }: Consumption,
  message: Message,
  { error, attempts }: Failure,
  { now }: ConsumptionContext,
): DeadLetter {
  return {
    id: nameId(`${name}/${messageId(message)}`),
    subscription: name,
    partition: message.partition,
    stream: streamOf(message),
    eventId: message.headers['ce_id'] ?? messageId(message),
    eventType: message.headers['ce_type'] ?? message.topic,
    position: messageId(message),
    error: describeError(error),
    attempts,
    failedAt: now().toISOString(),
  };
}

function messageId({ topic, partition, offset }: Message): string {
  return `${topic}/${partition}/${offset}`;
}

function streamOf({ topic, key }: Message): string {
  return `${topic}/${key}`;
}

/** A topic's name has no slash in it. */
function partsOf(stream: string): { readonly topic: string; readonly key: string } {
  const slash = stream.indexOf('/');
  return { topic: stream.slice(0, slash), key: stream.slice(slash + 1) };
}
