import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { AppendTooLargeError, MAX_APPEND_BYTES } from '@leadline/engines/event-store';
import { WrongExpectedRevisionError } from '@leadline/event-sourcing';
import type { Appended, ExpectedRevision, NewEvent } from '@leadline/event-sourcing';
import type { EventLog } from './event-log.js';
import { asFailure, Failure, invalid, shuttingDown, unsupported } from './failures.js';
import { offsetOf } from './log-position.js';
import { newEventOf, streamNameOf } from './messages.js';

type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;
type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;
export type AppendCall = ServerReadableStream<AppendReq, AppendResp>;
export type BatchAppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: NewEvent[];
}

/** `Streams.Append`: one append, its options first, then an event a message. */
export async function append(log: EventLog, call: AppendCall, answer: sendUnaryData<AppendResp>): Promise<void> {
  try {
    let asked: Append | undefined;
    for await (const message of call as AsyncIterable<AppendReq>) {
      const options = message.getOptions();
      const proposed = message.getProposedMessage();
      if (options) {
        asked = {
          stream: streamNameOf(options.getStreamIdentifier()),
          expected: expectedOf(options, options.hasRevision(), options.getRevision()),
          events: [],
        };
      }
      if (proposed) asked?.events.push(newEventOf(proposed));
    }
    if (!asked) throw invalid('Options are required');
    answer(null, await appendOnce(log, asked));
  } catch (error) {
    answer(failureOfAppend(error).toStatus());
  }
}

async function appendOnce(log: EventLog, { stream, events, expected }: Append): Promise<AppendResp> {
  const answer = new streams.AppendResp();
  try {
    const appended = await log.append(stream, events, expected);
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(offsetOf(appended.position)));
    position.setPreparePosition(String(offsetOf(appended.position)));
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(appended.revision));
    success.setPosition(position);
    answer.setSuccess(success);
  } catch (error) {
    if (!(error instanceof WrongExpectedRevisionError)) throw error;
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (error.actual < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(error.actual));
    if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
    else if (expected === 'none') wrong.setExpectedNoStream(new shared.Empty());
    else wrong.setExpectedRevision(String(expected));
    answer.setWrongExpectedVersion(wrong);
  }
  return answer;
}

/** `Streams.BatchAppend`: many appends over one call, each in one or more messages, answered as they are done. */
export function batchAppend(log: EventLog, call: BatchAppendCall, stopping: AbortSignal): void {
  const begun = new Map<string, Append>();
  const underWay = new Set<Promise<void>>();

  const carryOut = async (request: BatchAppendReq, asked: Append): Promise<void> => {
    const answer = answerTo(request);
    try {
      answer.setSuccess(successOf(await log.append(asked.stream, asked.events, asked.expected)));
    } catch (error) {
      answer.setError(statusOf(error, asked.expected));
    }
    if (!call.destroyed) call.write(answer);
  };

  call.on('data', (request: BatchAppendReq) => {
    const id = Buffer.from(request.getCorrelationId()?.serializeBinary() ?? []).toString('hex');
    try {
      const asked = begun.get(id) ?? begin(request);
      begun.set(id, asked);
      asked.events.push(...request.getProposedMessagesList().map(newEventOf));
      if (!request.getIsFinal()) return;
      begun.delete(id);
      const done = carryOut(request, asked).finally(() => underWay.delete(done));
      underWay.add(done);
    } catch (error) {
      begun.delete(id);
      const answer = answerTo(request);
      answer.setError(statusOf(error, 'any'));
      call.write(answer);
    }
  });
  call.on('error', () => begun.clear());
  call.on('end', () => void Promise.allSettled(underWay).then(() => call.end()));
  const stop = () => void Promise.allSettled(underWay).then(() => call.emit('error', shuttingDown().toStatus()));
  stopping.addEventListener('abort', stop, { once: true });
  call.on('close', () => stopping.removeEventListener('abort', stop));
}

function begin(request: BatchAppendReq): Append {
  const options = request.getOptions();
  if (!options) throw invalid('Options are required');
  return {
    stream: streamNameOf(options.getStreamIdentifier()),
    expected: expectedOf(options, options.hasStreamPosition(), options.getStreamPosition()),
    events: [],
  };
}

function expectedOf(
  options: { hasNoStream(): boolean; hasAny(): boolean; hasStreamExists(): boolean },
  hasRevision: boolean,
  revision: string,
): ExpectedRevision {
  if (hasRevision) return Number(revision);
  if (options.hasNoStream()) return 'none';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) throw unsupported('append that expects just any stream');
  throw invalid('An expected revision is required');
}

function answerTo(request: BatchAppendReq): BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(request.getCorrelationId());
  answer.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
  return answer;
}

function successOf({ revision, position }: Appended): InstanceType<typeof streams.BatchAppendResp.Success> {
  const at = new shared.AllStreamPosition();
  at.setCommitPosition(String(offsetOf(position)));
  at.setPreparePosition(String(offsetOf(position)));
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(revision));
  success.setPosition(at);
  return success;
}

/** A `google.rpc.Status` whose details say what went wrong, packed as the client unpacks them. */
function statusOf(error: unknown, expected: ExpectedRevision): InstanceType<typeof statusMessages.Status> {
  if (error instanceof WrongExpectedRevisionError) {
    const wrong = new shared.WrongExpectedVersion();
    if (error.actual < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentStreamRevision(String(error.actual));
    if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
    else if (expected === 'none') wrong.setExpectedNoStream(new shared.Empty());
    else wrong.setExpectedStreamPosition(String(expected));
    return packed('WrongExpectedVersion', wrong);
  }
  if (error instanceof AppendTooLargeError) {
    const tooLarge = new shared.MaximumAppendSizeExceeded();
    tooLarge.setMaxappendsize(MAX_APPEND_BYTES);
    return packed('MaximumAppendSizeExceeded', tooLarge);
  }
  const { code, details } = asFailure(error);
  if (code === status.INVALID_ARGUMENT || code === status.UNIMPLEMENTED) {
    const bad = new shared.BadRequest();
    bad.setMessage(details);
    return packed('BadRequest', bad, details);
  }
  return packed('Unknown', new shared.Unknown(), details);
}

/** Field 3 of a Status, its details, present and empty. */
const EMPTY_DETAILS = Uint8Array.of(0x1a, 0);

function packed(
  type: string,
  details: { serializeBinary(): Uint8Array },
  message = type,
): InstanceType<typeof statusMessages.Status> {
  // The client carries its own google-protobuf, whose Any it alone can make: so it is made by reading an empty one.
  const answer = statusMessages.Status.deserializeBinary(EMPTY_DETAILS);
  answer.getDetails()?.pack(details.serializeBinary(), `event_store.client.${type}`);
  answer.setMessage(message);
  return answer;
}

function failureOfAppend(error: unknown): Failure {
  if (!(error instanceof AppendTooLargeError)) return asFailure(error);
  return new Failure(status.INVALID_ARGUMENT, error.message, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_BYTES),
  });
}
