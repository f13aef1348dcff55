import { SpanKind } from '@opentelemetry/api';
import { categoryOf, type NewEvent } from '@leadline/event-sourcing';
import type { EventStore } from '@leadline/engines/event-store';
import { inSpan, traceparentOf } from '@leadline/subscriptions';

/** The store with a span for each append, which its events remember: what follows from them is part of the same trace. */
export function tracedEventStore<T extends EventStore>(store: T, system: string): T {
  return {
    ...store,
    append(stream, events, expected) {
      const category = categoryOf(stream);
      const attributes = {
        'db.system.name': system,
        'db.operation.name': 'append',
        'db.collection.name': category,
        'leadline.events': events.length,
      };
      return inSpan(`append ${category}`, { kind: SpanKind.CLIENT, attributes }, (span) =>
        store.append(stream, withTrace(events, traceparentOf(span.spanContext())), expected),
      );
    },
  };
}

function withTrace(events: readonly NewEvent[], traceparent: string | undefined): readonly NewEvent[] {
  if (traceparent === undefined) return events;
  return events.map((event) => ({ ...event, metadata: { ...event.metadata, traceparent } }));
}
