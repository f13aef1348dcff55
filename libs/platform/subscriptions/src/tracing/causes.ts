import type { SpanContext } from '@opentelemetry/api';
import type { StoredEvent } from '@leadline/event-sourcing';
import type { Message } from '../ports.js';
import { parseTraceparent } from './traceparent.js';

/**
 * A trace is looked at while it is fresh. What is dealt with later than that is not what somebody waits for but a
 * rebuild, a replay, a reaction that starts from the beginning: of those there are no spans.
 */
const FRESH_MS = 15 * 60_000;

/** Where an event came from: the span that appended it. Null where that was not recorded, or is long over. */
export function causeOfEvent({ metadata }: StoredEvent): SpanContext | null {
  const { traceparent, at } = metadata;
  return traceparent === undefined ? null : fresh(traceparent, at);
}

/** Where a message came from: the span that published it. Null where that was not recorded, or is long over. */
export function causeOfMessage({ headers, publishedAt }: Message): SpanContext | null {
  const { traceparent } = headers;
  return traceparent === undefined ? null : fresh(traceparent, publishedAt);
}

function fresh(traceparent: unknown, at: unknown): SpanContext | null {
  // Anything that is no instant is not fresh either.
  return Date.now() - Date.parse(String(at)) < FRESH_MS ? parseTraceparent(traceparent) : null;
}
