import { isSpanContextValid, trace, TraceFlags, type Context, type Span } from '@opentelemetry/api';

export interface TraceFields {
  readonly trace_id?: string;
  readonly span_id?: string;
}

const NONE: TraceFields = {};

/** What a line of the log says of the span it is written in, by the names of OpenTelemetry; nothing outside of one that is recorded. */
export function traceFields(of?: Context | null): TraceFields {
  return fieldsOf(of ? trace.getSpan(of) : trace.getActiveSpan());
}

function fieldsOf(span: Span | undefined): TraceFields {
  const found = span?.spanContext();
  if (!found || !isSpanContextValid(found) || (found.traceFlags & TraceFlags.SAMPLED) === 0) return NONE;
  return { trace_id: found.traceId, span_id: found.spanId };
}
