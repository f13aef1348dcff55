import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';

export interface Tracing {
  /** Hands over the spans that are left, as far as that goes quickly. Never rejects. */
  stop(): Promise<void>;
}

/** `leadline`, `leadline-leads`: what a process is called in traces, where its configuration does not say. */
export function serviceNameOf(process = 'leadline'): string {
  return process === 'leadline' ? process : `leadline-${process}`;
}

/** A collector that does not answer must not hold up the end of a process. */
const STOP_TIMEOUT_MS = 3_000;

/**
 * Sets tracing up for this thread, where it is configured. Else nothing of OpenTelemetry but its API is ever loaded, and
 * spans cost next to nothing.
 * @param serviceName where the configuration names none
 * @throws ConfigError
 */
export async function startTracing(config: Config, serviceName: string, logger: Logger): Promise<Tracing> {
  const { tracing } = config;
  if (!tracing) return { stop: async () => undefined };
  const { startSdk } = await import('./sdk.js');
  const provider = await startSdk(tracing, tracing.serviceName ?? serviceName, logger);
  return {
    stop: async () => {
      const stopped = provider.shutdown().catch((error: unknown) => {
        logger.warn(
          { error: error instanceof Error ? error.name : 'Error' },
          'The last traces could not be handed over',
        );
      });
      await Promise.race([stopped, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    },
  };
}
