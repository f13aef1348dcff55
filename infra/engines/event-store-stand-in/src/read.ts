import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { newId, type Position, type StoredEvent } from '@leadline/event-sourcing';
import type { EventLog } from './event-log.js';
import { asFailure, shuttingDown } from './failures.js';
import { before } from './log-position.js';
import {
  caughtUpAnswer,
  checkpointAnswer,
  confirmationAnswer,
  eventAnswer,
  streamNotFoundAnswer,
  type Answer,
} from './messages.js';
import { readRequestOf, type ReadRequest, type Start } from './read-request.js';

export type ReadCall = ServerWritableStream<InstanceType<typeof streams.ReadReq>, Answer>;

const PAGE = 500;

/** `Streams.Read`: a stream, `$all`, or a subscription to `$all`. `stopping`: the server's own end. */
export async function read(log: EventLog, call: ReadCall, stopping: AbortSignal): Promise<void> {
  const cancelled = new AbortController();
  call.once('cancelled', () => cancelled.abort());
  call.once('close', () => cancelled.abort());
  const signal = AbortSignal.any([cancelled.signal, stopping]);
  try {
    for await (const answer of answers(log, readRequestOf(call.request.getOptions()), signal)) {
      if (signal.aborted) break;
      if (!call.write(answer)) await once(call, 'drain', { signal }).catch(() => undefined); // an abort ends the loop
    }
    if (stopping.aborted) throw shuttingDown();
    call.end();
  } catch (error) {
    call.emit('error', asFailure(error).toStatus());
  }
}

function answers(log: EventLog, request: ReadRequest, signal: AbortSignal): AsyncGenerator<Answer> {
  switch (request.kind) {
    case 'stream':
      return readStream(log, request);
    case 'all':
      return readAll(log, request);
    case 'subscription':
      return subscribeToAll(log, request, signal);
  }
}

type Reading<Kind> = Extract<ReadRequest, { readonly kind: Kind }>;

async function* readStream(
  log: EventLog,
  { stream, from, isBackwards, count }: Reading<'stream'>,
): AsyncGenerator<Answer> {
  const last = await lastOf(log, stream);
  if (!last) {
    yield streamNotFoundAnswer(stream);
    return;
  }
  const first = Math.max(0, last.revision - (await maxCountOf(log, stream)) + 1);
  const at = revisionOf(from, isBackwards ? last.revision : last.revision + 1);
  const range = isBackwards
    ? ({ direction: 'backwards', from: at, to: first } as const)
    : ({ direction: 'forwards', from: Math.max(at, first) } as const);
  let left = count;
  for await (const event of log.readStream(stream, range)) {
    if (left <= 0) return;
    left -= 1;
    yield eventAnswer(event);
  }
}

function revisionOf(from: Start<number>, end: number): number {
  switch (from) {
    case 'start':
      return 0;
    case 'end':
      return end;
    default:
      return from.at;
  }
}

/** What the stream's metadata says of how many events are kept: older ones are read no more. */
async function maxCountOf(log: EventLog, stream: string): Promise<number> {
  const metadata = await lastOf(log, `$$${stream}`);
  const maxCount = metadata?.data['$maxCount'];
  return typeof maxCount === 'number' ? maxCount : Infinity;
}

async function lastOf(log: EventLog, stream: string): Promise<StoredEvent | null> {
  for await (const event of log.readStream(stream, { direction: 'backwards' })) return event;
  return null;
}

async function* readAll(log: EventLog, { from, isBackwards, count, filter }: Reading<'all'>): AsyncGenerator<Answer> {
  let left = count;
  let position = isBackwards ? beforeOf(from) : afterOf(from);
  while (left > 0) {
    const page = isBackwards ? log.newest(position, PAGE) : await log.after(position, PAGE);
    for (const event of page) {
      if (filter && !filter.matches(event)) continue;
      if (left === 0) return;
      left -= 1;
      yield eventAnswer(event);
    }
    if (page.length < PAGE) return;
    position = page.at(-1)?.position ?? position;
  }
}

/** Forwards a read includes the position it begins at. */
function afterOf(from: Start<Position>): Position | null {
  switch (from) {
    case 'start':
      return null;
    case 'end':
      return positionAtTheEnd;
    default:
      return before(from.at);
  }
}

/** Backwards it begins with what lies before. */
function beforeOf(from: Start<Position>): Position | null {
  switch (from) {
    case 'start':
      return positionAtTheStart;
    case 'end':
      return null;
    default:
      return from.at;
  }
}

const positionAtTheStart: Position = '0'.repeat(16);
const positionAtTheEnd: Position = String(Number.MAX_SAFE_INTEGER).padStart(16, '0');

/**
 * As the server does it: behind the position, exclusive; with the catching up done a checkpoint, then "caught up"; from
 * then on what comes, with a checkpoint each time so many events were looked at.
 */
async function* subscribeToAll(
  log: EventLog,
  { from, filter }: Reading<'subscription'>,
  signal: AbortSignal,
): AsyncGenerator<Answer> {
  yield confirmationAnswer(newId());
  let position = subscriptionStart(log, from);
  let considered = 0;
  let isLive = false;
  let hasMoved = false;
  while (!signal.aborted) {
    const { commits } = log;
    const page = await log.after(position, PAGE);
    for (const event of page) {
      position = event.position;
      hasMoved = true;
      if (!filter || filter.matches(event)) yield eventAnswer(event);
    }
    considered += page.length;
    const isAtEnd = page.length < PAGE;
    const isOverdue = filter !== null && considered >= filter.checkpointInterval;
    if (position !== null && filter && (isOverdue || (isAtEnd && !isLive && hasMoved))) {
      considered = 0;
      yield checkpointAnswer(position);
    }
    if (!isAtEnd) continue;
    if (!isLive) yield caughtUpAnswer();
    isLive = true;
    await log.changed(commits, signal);
  }
}

function subscriptionStart(log: EventLog, from: Start<Position>): Position | null {
  switch (from) {
    case 'start':
      return null;
    case 'end':
      return log.newest(null, 1)[0]?.position ?? null;
    default:
      return from.at;
  }
}
