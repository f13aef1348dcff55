import { ConfigError, type Config } from '../config/config.js';
import type { ProcessOptions } from './process-options.js';

/** @throws ConfigError where a process of this kind cannot run so */
export function assertFits(config: Config, { name, engines }: Pick<ProcessOptions, 'name' | 'engines'>): void {
  if (config.engines.kind === 'distributed') return;
  if (engines === 'distributed') {
    throw new ConfigError([
      `${name} as a process of its own shares its engines with the other services: set EVENT_STORE_URL, KAFKA_BROKERS ` +
        'and MONGODB_URL. Every service in one process, with the engines within it: npm start',
    ]);
  }
  if (config.role !== 'all') {
    throw new ConfigError([
      `LEADLINE_ROLE=${config.role} shares the engines with other processes: set EVENT_STORE_URL, KAFKA_BROKERS and ` +
        'MONGODB_URL, or leave LEADLINE_ROLE out',
    ]);
  }
}
