import type { Consumption } from '../definitions.js';
import type { SubscriptionStatus } from '../ledger-port.js';
import type { MessageBus } from '../ports.js';
import { consumeBatch, type ConsumptionContext } from './consume.js';
import { delayMs, describeError, pause } from './retry.js';

/** A consumption as this runner takes part in it. The bus shares the messages out among all that do. */
export interface Consumer {
  /** Until the signal aborts: then long handlers are told, the group is left, and what was not finished comes again. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  status(): SubscriptionStatus;
}

/** Asking a bus for its lag costs it something. */
const LOOK_EVERY_MS = 10_000;

export function consumer(consumption: Consumption, context: ConsumptionContext): Consumer {
  const { messageBus, ledger, retry, now, log } = context;
  const { name } = consumption;
  const topics = consumption.topics.map((topic) => topic.name);
  let lag: number | null = null;
  let deadLetters = 0;
  let reported = '';

  function status(): SubscriptionStatus {
    return {
      name,
      kind: 'consumption',
      partition: 0,
      partitions: 1,
      position: null,
      lag: lag ?? 0,
      caughtUp: lag === 0,
      holder: null,
      leaseUntil: null,
      deadLetters,
      reportedAt: now().toISOString(),
    };
  }

  async function report(): Promise<void> {
    lag = await lagOf(consumption, messageBus);
    deadLetters = (await ledger.deadLetters(name)).length;
    const news = `${lag} ${deadLetters}`;
    if (news === reported) return;
    await ledger.report(status());
    reported = news;
  }

  async function join(signal: AbortSignal): Promise<{ stop(): Promise<void> }> {
    await messageBus.ensureTopics(consumption.topics);
    return messageBus.consume({
      topics,
      group: name,
      handle: (messages) => consumeBatch(consumption, messages, context, signal),
      onError: (error) => {
        if (!signal.aborted) tell(error, 'Messages could not be dealt with and come again');
      },
    });
  }

  function tell(error: unknown, what: string): void {
    log.error({ consumption: name, error: describeError(error) }, what);
  }

  async function joinAtLast(signal: AbortSignal): Promise<{ stop(): Promise<void> } | null> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await join(signal);
      } catch (error) {
        tell(error, 'The message bus does not answer');
        await pause(delayMs(retry, failures), signal);
      }
    }
    return null;
  }

  return {
    status,
    async run(signal) {
      const joined = await joinAtLast(signal);
      while (!signal.aborted) {
        await report().catch((error: unknown) => tell(error, 'The message bus does not tell how far it is'));
        await pause(LOOK_EVERY_MS, signal);
      }
      await joined?.stop().catch((error: unknown) => tell(error, 'The message bus could not be left'));
    },
  };
}

/** Messages that the group has not yet committed. */
export async function lagOf({ name, topics }: Consumption, messageBus: MessageBus): Promise<number> {
  const lags = await messageBus.lag(
    name,
    topics.map((topic) => topic.name),
  );
  return lags.reduce((sum, { lag }) => sum + lag, 0);
}
