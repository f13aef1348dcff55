import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './arguments.js';

describe('what stands behind npm start --', () => {
  it('is nothing, or the demo', () => {
    expect(refusalOf([])).toBeNull();
    expect(refusalOf(['--demo'])).toBeNull();
  });

  it('is refused where it is not understood, and named', () => {
    expect(refusalOf(['--dmeo'])).toMatchObject({ exitCode: 1, text: expect.stringContaining('"--dmeo"') });
    expect(refusalOf(['--demo', 'data'])?.exitCode).toBe(1);
  });

  it('may ask for help', () => expect(refusalOf(['--help'])?.exitCode).toBe(0));
});
