import { MAX_MESSAGE_BYTES, MessageTooLargeError, type NewMessage } from './port.js';

/** What a message weighs: key, headers and value in UTF-8. */
export function bytesOf(message: NewMessage): number {
  const headers = Object.entries(message.headers);
  return headers.reduce(
    (bytes, [name, value]) => bytes + Buffer.byteLength(name) + Buffer.byteLength(value),
    Buffer.byteLength(message.key) + Buffer.byteLength(message.value),
  );
}

/** @throws MessageTooLargeError when one of them is more than every adapter takes */
export function refuseTooLarge(messages: readonly NewMessage[]): void {
  for (const message of messages) {
    const bytes = bytesOf(message);
    if (bytes > MAX_MESSAGE_BYTES) throw new MessageTooLargeError(message.key, bytes);
  }
}

/** Cuts a list into runs of at most so many bytes and messages, in order; a run has at least one message. */
export function runsOf<M extends NewMessage>(messages: readonly M[], maxBytes: number, maxCount: number): M[][] {
  const runs: M[][] = [];
  let run: M[] = [];
  let filled = 0;
  for (const message of messages) {
    const bytes = bytesOf(message);
    if (run.length > 0 && (filled + bytes > maxBytes || run.length >= maxCount)) {
      runs.push(run);
      run = [];
      filled = 0;
    }
    run.push(message);
    filled += bytes;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
