import { isSpanContextValid, TraceFlags, type SpanContext } from '@opentelemetry/api';

/** W3C Trace Context, section 3.2. What follows the flags is of a version yet to come. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** A `traceparent` as it came from elsewhere; null for what is none. */
export function parseTraceparent(text: unknown): SpanContext | null {
  const [, version, traceId = '', spanId = '', flags = '', more] = TRACEPARENT.exec(String(text)) ?? [];
  if (version === '00' && more !== undefined) return null;
  const found = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(found) ? found : null;
}

/** What to hand on of a span that is recorded; undefined for any other, since what follows from it is not recorded either. */
export function traceparentOf(span: SpanContext): string | undefined {
  const isRecorded = isSpanContextValid(span) && (span.traceFlags & TraceFlags.SAMPLED) !== 0;
  return isRecorded ? `00-${span.traceId}-${span.spanId}-01` : undefined;
}
