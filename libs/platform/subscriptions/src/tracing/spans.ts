import {
  context,
  createContextKey,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type SpanContext,
  type SpanOptions,
} from '@opentelemetry/api';
import { labelOf } from '../work/retry.js';

/** Spans are made through the API alone: where a process has set up no SDK, they are nothing and cost as much. */
const tracer = trace.getTracer('leadline');

/** Whoever works in it is part of no trace: its spans are not recorded, and begin no trace of their own. */
const UNRECORDED = trace.setSpanContext(ROOT_CONTEXT, {
  traceId: 'f'.repeat(32),
  spanId: 'f'.repeat(16),
  traceFlags: TraceFlags.NONE,
});

/** Outside of any span. */
const NO_SPAN = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** One event may lead to no end of commands (an import). Its trace shows the first ones; the others are like them. */
const MOST_COMMANDS = 100;
const COMMANDS = createContextKey('leadline commands');

interface CommandsLeft {
  left: number;
}

/** Begins a span that whoever calls must end. */
export function startSpan(name: string, options: SpanOptions, cause: SpanContext): Span {
  return tracer.startSpan(name, options, trace.setSpanContext(ROOT_CONTEXT, cause));
}

/** Works in a span, a child of what is going on. It ends with the work, and tells of its failure by name or code. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  return inSpanOf(context.active(), name, options, work);
}

/** As {@link inSpan}, for commands: of those that one event or message leads to, only the first ones are recorded. */
export function inCommandSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const parent = context.active();
  const commands = parent.getValue(COMMANDS);
  if (!isCommandsLeft(commands)) return inSpanOf(parent, name, options, work);
  commands.left -= 1;
  return inSpanOf(commands.left < 0 ? UNRECORDED : parent, name, options, work);
}

/** Deals with what something has caused: in a span of its trace where that is recorded and still of interest, else in none. */
export function inSpanCausedBy<T>(
  cause: SpanContext | null,
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  if (!cause) return context.with(UNRECORDED, work, undefined, NO_SPAN);
  const left: CommandsLeft = { left: MOST_COMMANDS };
  return inSpanOf(trace.setSpanContext(ROOT_CONTEXT, cause).setValue(COMMANDS, left), name, options, work);
}

/** Names and codes alone: messages may tell of people. */
export function tellFailure(span: Span, error: unknown): void {
  if (!span.isRecording()) return;
  span.setAttribute('error.type', labelOf(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

async function inSpanOf<T>(
  parent: Context,
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = tracer.startSpan(name, options, parent);
  if (!isSpanContextValid(span.spanContext())) return work(span);
  try {
    return await context.with(trace.setSpan(parent, span), work, undefined, span);
  } catch (error) {
    tellFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

function isCommandsLeft(value: unknown): value is CommandsLeft {
  return typeof value === 'object' && value !== null && 'left' in value && typeof value.left === 'number';
}
