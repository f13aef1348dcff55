import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Stage, Step } from '../browser/stage.js';

/** So many that an import takes longer than a reload. */
const LINES = 1_500;

/** An import whose page is reloaded while it runs: it goes on, and its page finds back to it. */
export function importJourney(stage: Stage, step: Step): void {
  const run = `Neustart${Date.now()}`;
  let page: Page;

  step(
    'a file is checked',
    async () => {
      page = await stage.enter();
      await page.goto(`${stage.product.url}/leads/import`);
      const lines = Array.from({ length: LINES }, (_, n) => `${run} ${n},Customer ${n},customer.${n}@example.org`);
      const buffer = Buffer.from(['subject,organisation,email', ...lines, ',Nobody knows what,'].join('\n'));
      await page.locator('input[type=file]').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('heading', { name: 'Checked: many.csv' }).waitFor({ timeout: 60_000 });
    },
    90_000,
  );

  step(
    'its import goes on over a reload, and shows how far it is',
    async () => {
      const before = page.url();
      await page.getByRole('button', { name: `Import ${LINES} leads now` }).click();
      await page.waitForURL((url) => url.href !== before);
      await page.getByText('Creating leads…').or(page.getByText('Reading the file…')).first().waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor({ timeout: 60_000 });
      const table = page.getByRole('table', { name: 'Lines of the file' });
      await table.getByRole('row', { name: /Rejected/ }).waitFor();
      const found = await stage.api.get<{ total: number }>(`/api/leads?q=${run}&limit=1`);
      expect(found.body.total).toBe(LINES);
      await page.context().close();
    },
    90_000,
  );
}
