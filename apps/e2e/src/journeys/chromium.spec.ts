import { describe, expect, it } from '@jest/globals';
import { chromiumPath } from '../browser/browser.js';
import { NO_CHROMIUM } from '../browser/stage.js';

describe('The browser of the journeys', () => {
  it('is there in CI; elsewhere it is said that the journeys are skipped without one', () => {
    if (chromiumPath === null) process.stderr.write(`  ${NO_CHROMIUM}\n`);
    if (process.env['CI'] !== undefined) expect(chromiumPath).not.toBeNull();
  });
});
