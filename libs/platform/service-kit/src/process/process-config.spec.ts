import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../config/config.js';
import { assertFits } from './process-config.js';

const engines = {
  EVENT_STORE_URL: 'esdb://store:2113',
  KAFKA_BROKERS: 'kafka:9092',
  MONGODB_URL: 'mongodb://mongodb:27017/leadline',
};

/** What is told to whoever starts it; undefined: nothing. */
function complaint(kind: 'distributed' | 'any', env: Readonly<Record<string, string>>): string | undefined {
  try {
    assertFits(loadConfig(env), { name: 'leads', engines: kind });
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('A process', () => {
  it('of one service needs engines that others share', () => {
    expect(complaint('distributed', {})).toMatch(/EVENT_STORE_URL.*KAFKA_BROKERS.*MONGODB_URL/s);
    expect(complaint('distributed', { LEADLINE_ROLE: 'work' })).toContain('EVENT_STORE_URL');
  });

  it.each(['api', 'work', 'all'])('of one service takes the role %s on such engines', (role) => {
    expect(complaint('distributed', { ...engines, LEADLINE_ROLE: role })).toBeUndefined();
  });

  it('of all services does everything on the engines within it', () => {
    expect(complaint('any', {})).toBeUndefined();
    expect(complaint('any', { LEADLINE_ROLE: 'api' })).toContain('LEADLINE_ROLE=api');
    expect(complaint('any', { ...engines, LEADLINE_ROLE: 'api' })).toBeUndefined();
  });
});
