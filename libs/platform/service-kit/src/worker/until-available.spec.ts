import { describe, expect, it } from '@jest/globals';
import { EngineUnavailableError } from '@leadline/engines';
import { untilAvailable } from './until-available.js';

const patience = { attempts: 3, firstPauseMs: 1 };

describe('what an engine is not ready for yet', () => {
  it('is asked again until it is', async () => {
    const warnings: unknown[] = [];
    let calls = 0;
    const answer = await untilAvailable(
      async () => {
        calls += 1;
        if (calls < 3) throw new EngineUnavailableError('Kafka');
        return 'made';
      },
      { warn: (fields: unknown) => warnings.push(fields) },
      patience,
    );
    expect([answer, calls, warnings.length]).toEqual(['made', 3, 2]);
  });

  it('is given up with its own error, and another error at once', async () => {
    let calls = 0;
    const failing = (error: Error) => () => {
      calls += 1;
      return Promise.reject(error);
    };
    const quiet = { warn: () => undefined };
    await expect(untilAvailable(failing(new EngineUnavailableError('Kafka')), quiet, patience)).rejects.toThrow(
      'Kafka',
    );
    expect(calls).toBe(3);
    await expect(untilAvailable(failing(new Error('a fault')), quiet, patience)).rejects.toThrow('a fault');
    expect(calls).toBe(4);
  });
});
