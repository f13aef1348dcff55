import { SpanKind, type Attributes, type Link, type SpanContext } from '@opentelemetry/api';
import type { StoredEvent } from '@leadline/event-sourcing';
import type { Consumption, Publication, Reaction } from '../definitions.js';
import type { Message, NewMessage } from '../ports.js';
import type { Follower } from '../work/follower.js';
import type { Failure } from '../work/retry.js';
import { causeOfEvent, causeOfMessage } from './causes.js';
import { inSpanCausedBy, startSpan, tellFailure } from './spans.js';
import { traceparentOf } from './traceparent.js';

/** What came of work that is tried repeatedly: null where it succeeded. */
type Tried = Promise<Failure | null>;

/** A reaction to an event, with all its attempts. */
export function reacting(reaction: Reaction, event: StoredEvent, work: () => Tried): Tried {
  const attributes = { 'leadline.subscription': reaction.name, 'leadline.event.type': event.type };
  return tried(causeOfEvent(event), `react ${reaction.name}`, SpanKind.INTERNAL, attributes, work);
}

/** A message on its way through a consumption, with all its attempts. Attributes by OpenTelemetry's messaging conventions. */
export function consuming(consumption: Consumption, message: Message, system: string, work: () => Tried): Tried {
  const attributes = {
    'messaging.system': system,
    'messaging.operation.type': 'process',
    'messaging.operation.name': 'process',
    'messaging.destination.name': message.topic,
    'messaging.destination.partition.id': String(message.partition),
    'messaging.consumer.group.name': consumption.name,
    ...(system === 'kafka' && { 'messaging.kafka.offset': Number(message.offset) }),
    'leadline.subscription': consumption.name,
  };
  return tried(causeOfMessage(message), `process ${message.topic}`, SpanKind.CONSUMER, attributes, work);
}

function tried(
  cause: SpanContext | null,
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: () => Tried,
): Tried {
  return inSpanCausedBy(cause, name, { kind, attributes }, async (span) => {
    const failure = await work();
    if (failure) {
      span.setAttribute('leadline.attempts', failure.attempts);
      tellFailure(span, failure.error);
    }
    return failure;
  });
}

/** An event and what is to be published of it. */
export interface Outgoing {
  readonly event: StoredEvent;
  readonly message: NewMessage;
}

/** Publishes a batch: each message has a span of its own, in the trace of its event, and carries it in its header. */
export async function publishing(
  { name, topic }: Publication,
  outgoing: readonly Outgoing[],
  system: string,
  work: (messages: readonly NewMessage[]) => Tried,
): Tried {
  const attributes = {
    'messaging.system': system,
    'messaging.operation.type': 'send',
    'messaging.operation.name': 'send',
    'messaging.destination.name': topic.name,
    'leadline.subscription': name,
  };
  const sent = outgoing.map(({ event, message }) => {
    const cause = causeOfEvent(event);
    if (!cause) return { message, span: null };
    const span = startSpan(`send ${topic.name}`, { kind: SpanKind.PRODUCER, attributes }, cause);
    span.setAttribute('leadline.event.type', event.type);
    const traceparent = traceparentOf(span.spanContext());
    const headers = traceparent === undefined ? message.headers : { ...message.headers, traceparent };
    return { message: { ...message, headers }, span };
  });
  try {
    const failure = await work(sent.map(({ message }) => message));
    if (failure) for (const { span } of sent) if (span) tellFailure(span, failure.error);
    return failure;
  } finally {
    for (const { span } of sent) span?.end();
  }
}

/** More than that say nothing that these do not. */
const MOST_LINKS = 64;

/**
 * A live batch of a read model, up to its being saved where it is so at once: one span for all, in the trace of the first
 * of its events that has one, with links to the others. A rebuild makes none.
 */
export async function projecting(
  { kind, name, partition }: Follower,
  events: readonly StoredEvent[],
  work: () => Promise<void>,
): Promise<void> {
  const causes = kind === 'readModel' ? distinctTraces(events) : [];
  const [first, ...others] = causes;
  if (!first) return work();
  const links = others.map((context): Link => ({ context }));
  const attributes = {
    'leadline.subscription': name,
    'leadline.partition': partition,
    'leadline.events': events.length,
  };
  await inSpanCausedBy(first, `project ${name}`, { links, attributes }, work);
}

function distinctTraces(events: readonly StoredEvent[]): readonly SpanContext[] {
  const byTrace = new Map<string, SpanContext>();
  for (const event of events) {
    if (byTrace.size > MOST_LINKS) break;
    const cause = causeOfEvent(event);
    if (cause && !byTrace.has(cause.traceId)) byTrace.set(cause.traceId, cause);
  }
  return [...byTrace.values()];
}
