import type { LoggerService } from '@nestjs/common';
import { destination, pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config.js';
import { traceFields } from '../tracing/log-fields.js';

/**
 * JSON lines on standard output. What is logged names things by code, route and id; never what was sent, so no line holds
 * a body, a query, a token, a name or an address.
 */
export function createLogger(level: LogLevel, stream: DestinationStream = destination({ sync: false })): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: levelName },
      mixin: () => ({ ...traceFields() }),
    },
    stream,
  );
}

function levelName(level: string): { level: string } {
  return { level };
}

/** Nest's own lines: what it says while it starts is for those who look for a fault. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.logger.debug({ nest: context.at(-1) }, String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.logger.trace({ nest: context.at(-1) }, String(message));
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.logger.trace({ nest: context.at(-1) }, String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.logger.warn({ nest: context.at(-1) }, String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    this.logger.error({ nest: context.at(-1), ...(message instanceof Error && { err: message }) }, String(message));
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.logger.fatal({ nest: context.at(-1) }, String(message));
  }
}
