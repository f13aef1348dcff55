import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config/config.js';
import { describeFailure } from './failure.js';

describe('What is said of an error that ends the process', () => {
  it('is its own sentence where that says what to do', () => {
    expect(describeFailure(new ConfigError(['PORT must be a port']))).not.toContain(' at ');
  });

  it('is what to do about a refusal of the system', () => {
    const refusal = Object.assign(new Error('listen EADDRINUSE: address already in use'), { code: 'EADDRINUSE' });
    expect(describeFailure(refusal)).toMatch(/Set PORT .*EADDRINUSE/);
  });

  it('is all there is of anything else', () => {
    expect(describeFailure(new TypeError('x is not a function'))).toContain('failure.spec');
    expect(describeFailure('gone')).toBe('gone');
  });
});
