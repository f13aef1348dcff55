import { expect } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { untilShown } from '../browser/pages.js';
import type { Stage, Step } from '../browser/stage.js';

const MOST_BYTES = 300_000;
/** Smaller files would not gain by being compressed. */
const SMALL_BYTES = 1_400;

/** What comes over the network until somebody sees their leads for the first time. */
export function firstLoadJourney(stage: Stage, step: Step): void {
  step('takes less than 300 kB of gzipped JavaScript until the leads are shown', async () => {
    const page = await stage.enter();
    const loaded: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') loaded.push(response);
    });
    // As a browser does it that was never here.
    const session = await page.context().newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto(`${stage.product.url}/leads`);
    await untilShown(page);

    const scripts = await Promise.all(
      loaded.map(async (response) => {
        const body = await response.body();
        const encoding = await response.headerValue('content-encoding');
        return {
          url: response.url(),
          isCompressed: encoding !== null,
          bytes: body.length,
          gzipped: gzipSync(body).length,
        };
      }),
    );
    const total = scripts.reduce((sum, { gzipped }) => sum + gzipped, 0);
    process.stdout.write(
      `  first load: ${(total / 1000).toFixed(0)} kB of gzipped JavaScript in ${scripts.length} files\n`,
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(total).toBeLessThan(MOST_BYTES);
    expect(scripts.filter(({ bytes, isCompressed }) => bytes > SMALL_BYTES && !isCompressed)).toEqual([]);
    await page.context().close();
  });
}
