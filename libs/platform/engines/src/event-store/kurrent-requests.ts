import { BACKWARDS, END, FORWARDS, StreamNotFoundError, type EventStoreDBClient } from '@eventstore/db-client';
import type { StoredEvent } from '@leadline/event-sourcing';
import { EngineUnavailableError } from '../errors.js';
import { storedEvent } from './kurrent-events.js';

export type Direction = 'forwards' | 'backwards';

/** So many events of a stream from a revision on (forwards: default the first; backwards: the last). */
export async function readPage(
  client: EventStoreDBClient,
  stream: string,
  direction: Direction,
  from: number | undefined,
  maxCount: number,
): Promise<readonly StoredEvent[]> {
  const isBackwards = direction === 'backwards';
  const reading = client.readStream(stream, {
    direction: isBackwards ? BACKWARDS : FORWARDS,
    fromRevision: from === undefined ? (isBackwards ? END : 'start') : BigInt(from),
    maxCount,
  });
  const events: StoredEvent[] = [];
  try {
    for await (const resolved of reading) events.push(storedEvent(resolved));
    return events;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    await reading.cancel().catch(() => undefined); // where the event was at fault the stream is still open
    throw error;
  }
}

/** Rejects what takes too long (Infinity: never): after a cut connection the client leaves some promises unsettled. */
export async function within<T>(timeoutMs: number, engine: string, answer: Promise<T>): Promise<T> {
  if (timeoutMs === Infinity) return answer;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineUnavailableError(`${engine} (no answer in time)`)), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
