import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { JsonObject, NewEvent, Position, StoredEvent } from '@leadline/event-sourcing';
import { invalid } from './failures.js';
import { offsetOf } from './log-position.js';

const TICKS_PER_MS = 10_000n;

type Identifier = InstanceType<typeof shared.StreamIdentifier>;
type Uuid = InstanceType<typeof shared.UUID>;

export function streamNameOf(identifier: Identifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
  if (name === '') throw invalid('A stream name is required');
  return name;
}

export function identifierOf(stream: string): Identifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
}

export function uuidOf(uuid: Uuid | undefined): string {
  const structured = uuid?.getStructured();
  if (!structured) return uuid?.getString() ?? '';
  const bits = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()];
  const hex = bits.map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** What both kinds of append bring. */
export interface ProposedMessage {
  getId(): Uuid | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** The stand-in stores JSON objects alone: our adapter writes nothing else. */
export function newEventOf(message: ProposedMessage): NewEvent {
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (type === undefined || contentType === undefined) throw invalid('An event needs a type and a content-type');
  if (contentType !== 'application/json') throw invalid('The stand-in takes JSON only');
  return {
    id: uuidOf(message.getId()),
    type,
    data: jsonObject(message.getData_asU8()),
    metadata: message.getCustomMetadata_asU8().length === 0 ? {} : jsonObject(message.getCustomMetadata_asU8()),
  };
}

function jsonObject(bytes: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw invalid('An event is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('An event is no JSON object');
  return value as JsonObject;
}

export type Answer = InstanceType<typeof streams.ReadResp>;

export function eventAnswer(event: StoredEvent): Answer {
  const offset = String(offsetOf(event.position));
  const id = new shared.UUID();
  id.setString(event.id);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(offset);
  recorded.setPreparePosition(offset);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', 'application/json');
  recorded.getMetadataMap().set('created', String(createdMs(event) * TICKS_PER_MS));
  recorded.setData(Buffer.from(JSON.stringify(event.data)));
  recorded.setCustomMetadata(Buffer.from(JSON.stringify(event.metadata)));
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(offset);
  const answer = new streams.ReadResp();
  answer.setEvent(read);
  return answer;
}

/** The SQLite store keeps no time of its own; our events say when they were decided. */
function createdMs({ metadata }: StoredEvent): bigint {
  const at = metadata['at'];
  const ms = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(ms) ? 0n : BigInt(ms);
}

export function streamNotFoundAnswer(stream: string): Answer {
  const notFound = new streams.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifierOf(stream));
  const answer = new streams.ReadResp();
  answer.setStreamNotFound(notFound);
  return answer;
}

export function confirmationAnswer(id: string): Answer {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const answer = new streams.ReadResp();
  answer.setConfirmation(confirmation);
  return answer;
}

export function checkpointAnswer(position: Position): Answer {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(offsetOf(position)));
  checkpoint.setPreparePosition(String(offsetOf(position)));
  const answer = new streams.ReadResp();
  answer.setCheckpoint(checkpoint);
  return answer;
}

export function caughtUpAnswer(): Answer {
  const answer = new streams.ReadResp();
  answer.setCaughtUp(new streams.ReadResp.CaughtUp());
  return answer;
}
