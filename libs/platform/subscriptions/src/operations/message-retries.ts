import type { Consumption, Reaction } from '../definitions.js';
import { retryMessages, type ConsumptionContext } from '../work/consume.js';
import { operationCodec, requestedRetry } from './operation.events.js';

/**
 * Retries dead letters of consumptions, when asked to. Those of other subscriptions need no reaction: each sees the
 * request in its own log.
 */
export function messageRetries(
  name: string,
  consumptions: readonly Consumption[],
  context: ConsumptionContext,
): Reaction {
  return {
    name: `${name}MessageRetries`,
    categories: [operationCodec.category],
    handle: async (event, { signal }) => {
      const letterId = requestedRetry(event);
      const letter = letterId === null ? null : await context.ledger.deadLetter(letterId);
      const consumption = consumptions.find((each) => each.name === letter?.subscription);
      if (letter && consumption) await retryMessages(consumption, letter, context, signal);
    },
  };
}
