import type { ExpectedRevision, NewEvent } from '@leadline/event-sourcing';
import { AppendTooLargeError, MAX_APPEND_BYTES } from './port.js';

/** An event with its JSON as it will be stored. */
export interface EncodedEvent {
  /** UUID, lower case. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What both stores ask of an append before they touch anything, so that what one takes the other takes as well.
 * @throws AppendTooLargeError, TypeError for what no caller of ours should send
 */
export function checkAppend(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): readonly EncodedEvent[] {
  if (stream === '') throw new TypeError('A stream needs a name');
  if (events.length === 0) throw new TypeError(`Nothing to append to ${stream}`);
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new TypeError(`${expected} is no revision`);
  }
  let bytes = 0;
  const ids = new Set<string>();
  const encoded = events.map((event) => {
    if (!UUID.test(event.id)) throw new TypeError(`"${event.id}" is no UUID`);
    const id = event.id.toLowerCase();
    ids.add(id);
    const data = JSON.stringify(event.data);
    const metadata = JSON.stringify(event.metadata);
    bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata) + Buffer.byteLength(event.type);
    return { id, type: event.type, data, metadata };
  });
  if (ids.size < events.length) throw new TypeError(`The same event id twice in one append to ${stream}`);
  if (bytes > MAX_APPEND_BYTES) {
    throw new AppendTooLargeError(`${bytes} bytes to append to ${stream}, at most ${MAX_APPEND_BYTES}`);
  }
  return encoded;
}
