import { describe, expect, it } from '@jest/globals';
import { Environment, SECRETS } from './environment.js';
import { configurationReference } from './reference.js';

describe('the configuration reference', () => {
  const text = configurationReference();

  it('has one line for each variable', () => {
    for (const name of Object.keys(Environment.shape)) {
      expect(text.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`))).toHaveLength(1);
    }
  });

  it('names the default, and the file of a secret', () => {
    expect(text).toContain('| `PORT` | `3000` |');
    expect(SECRETS).toContain('METRICS_TOKEN');
    for (const name of SECRETS) expect(text).toContain(`\`${name}_FILE\``);
    expect(text).not.toContain('`PORT_FILE`');
  });
});
