import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TraceFlags } from '@opentelemetry/api';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { ConfigError } from '../config/config.js';

/**
 * Appends each span that ends to a file, as a line of OTLP/JSON: the form of OpenTelemetry's own file exporter, which its
 * collector reads. Several threads and processes may write to one file: a line is appended whole.
 * @throws ConfigError where it cannot be written
 */
export async function openTraceFile(file: string, onError: () => void): Promise<SpanProcessor> {
  let written: Promise<void> = Promise.resolve();
  try {
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, '');
  } catch {
    throw new ConfigError(['LEADLINE_TRACE_FILE cannot be written: check the path and its permissions']);
  }
  return {
    onStart: () => undefined,
    onEnd(span) {
      if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) === 0) return;
      const json = JsonTraceSerializer.serializeRequest([span]);
      if (json) written = written.then(() => appendFile(file, Buffer.concat([json, NEWLINE]))).catch(onError);
    },
    forceFlush: () => written,
    shutdown: () => written,
  };
}

const NEWLINE = Buffer.from('\n');
