import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import type { Logger } from 'pino';
import type { TracingConfig } from '../config/config.js';
import { openTraceFile } from './trace-file.js';

/** Loaded only where there is something to trace: see `start-tracing.ts`. Registers it for the whole thread. */
export async function startSdk(
  config: TracingConfig,
  serviceName: string,
  logger: Logger,
): Promise<NodeTracerProvider> {
  const warn = (): void =>
    logger.warn('Traces could not be handed over; they are dropped, and nothing else is affected');
  const nothing = (): void => undefined;
  // Not in its own words: those may name an address with a password in it, or what a collector answered.
  diag.setLogger(
    { error: warn, warn, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'leadline',
      'process.pid': process.pid,
      ...detectResources({ detectors: [envDetector] }).attributes,
      'service.name': serviceName,
    }),
    // Whoever calls has decided already; else so many of what begins here.
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(config.ratio) }),
    spanProcessors: await processorsOf(config, warn),
  });
  provider.register();
  return provider;
}

async function processorsOf({ endpoint, file }: TracingConfig, onError: () => void): Promise<SpanProcessor[]> {
  return [
    ...(endpoint === undefined
      ? []
      : [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }))]),
    ...(file === undefined ? [] : [await openTraceFile(file, onError)]),
  ];
}
