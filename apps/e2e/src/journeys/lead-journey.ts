import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '../leadline-process.js';
import {
  act,
  choose,
  completePhase,
  confirm,
  correct,
  dialog,
  journalEntries,
  setBackTo,
  tick,
  type,
} from '../browser/lead-page.js';
import { goTo, untilShown } from '../browser/pages.js';
import type { Stage, Step } from '../browser/stage.js';

/** A lead from the import to won, with everything that a Monday may bring. */
export function leadJourney(stage: Stage, step: Step): void {
  let page: Page;
  const run = Date.now();
  const lead = { customer: 'Sepp Moser', subject: `Notstromfähiger Speicher gesucht ${run}` };
  const subjectNow = `Speicher mit Notstrom ${run}`;
  const emailNow = `sepp.${run}@example.org`;

  step(
    'comes with a file that is checked before it is imported',
    async () => {
      page = await stage.enter();
      await goTo(page, 'Import');
      await page.getByRole('heading', { name: 'Import leads' }).waitFor();
      const examples = await readFile(join(repository, 'examples/leads.csv'), 'utf8');
      // Where they have been imported before, one of them is new all the same.
      const text = examples
        .replace('Notstromfähiger Speicher gesucht', lead.subject)
        .replace('WEB-00043', `WEB-${run}`);
      const buffer = Buffer.from(text);
      await page.locator('input[type=file]').setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('heading', { name: /^Checked/ }).waitFor();

      const rejected = page.getByRole('table', { name: 'Lines of the file' });
      await rejected.getByRole('cell', { name: 'Rejected' }).first().waitFor();
      expect(await rejected.getByRole('row').count()).toBe(1 + 14);
      expect(await rejected.getByRole('row', { name: /^29 / }).innerText()).toContain('Subject');

      await page.getByRole('button', { name: /^Import (\d+ leads|one lead) now$/ }).click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor({ timeout: 60_000 });
    },
    120_000,
  );

  step('is found by a search, and accepted', async () => {
    await goTo(page, 'Leads');
    await page.getByRole('searchbox', { name: 'Search leads' }).fill(`Sepp Moser ${run}`);
    const row = page.getByRole('table', { name: 'Leads' }).getByRole('row', { name: lead.subject });
    await row.first().waitFor();
    await row.first().getByRole('link', { name: lead.customer }).click();
    await page.getByRole('heading', { name: lead.customer, level: 1 }).waitFor();
    await act(page, 'Accept');
    await page.getByText('The lead is yours.').waitFor();
    await page.getByRole('button', { name: 'Qualify: current phase' }).waitFor();
  });

  step('moves on by its phases, and back once it was moved by mistake', async () => {
    await completePhase(page, 'Qualify');
    await completePhase(page, 'Contact');
    await setBackTo(page, 'Qualify');
    await completePhase(page, 'Qualify');
  });

  step('is corrected with the green tick, and written about in its journal', async () => {
    await correct(page, 'Subject', subjectNow);
    await stage.product.disturb?.();

    const journal = page.getByRole('region', { name: 'Journal' });
    await journal.getByRole('textbox', { name: 'Text' }).fill('Wants to be called in the evening.');
    await journal.getByRole('button', { name: 'Add entry' }).click();
    await journalEntries(page).getByText('Wants to be called in the evening.').waitFor();

    await journal.getByText('Call', { exact: true }).click();
    await journal.getByRole('textbox', { name: 'Text' }).fill('An offer for 10 kWh, please.');
    await choose(journal, 'Direction', 'Outgoing');
    await choose(journal, 'Outcome', 'Reached');
    await journal.getByLabel('Minutes').fill('12');
    await journal.getByRole('button', { name: 'Add entry' }).click();
    await journalEntries(page).getByText('An offer for 10 kWh, please.').waitFor();
    expect(await journalEntries(page).count()).toBe(2);
    expect(await journalEntries(page).first().innerText()).toContain('12 min');
  });

  step('gets another e-mail address only for a password', async () => {
    const editing = await type(page, 'E-mail', emailNow);
    await tick(editing);
    const asked = dialog(page, 'Change the e-mail address');
    await asked.getByLabel('Your password').fill('not the password');
    await asked.getByRole('button', { name: 'Change address' }).click();
    await asked.getByRole('alert').waitFor();
    await asked.getByLabel('Your password').fill(stage.product.administrator.password);
    await asked.getByRole('button', { name: 'Change address' }).click();
    await asked.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: emailNow }).waitFor();
  });

  step('is won, with a reason, once every phase is completed', async () => {
    await act(page, 'Won');
    await dialog(page, 'Close as won').getByText('Not possible yet').waitFor();
    await dialog(page, 'Close as won').getByRole('button', { name: 'Close', exact: true }).last().click();
    for (const phase of ['Contact', 'Needs', 'Offer', 'Decision']) await completePhase(page, phase);

    await act(page, 'Won');
    await dialog(page, 'Close as won').getByLabel('Note').fill('Installed before Christmas');
    await confirm(page, 'Close as won', 'Close as won');
    await page.getByRole('alert').filter({ hasText: 'Won: Sold' }).waitFor();
    expect(await page.getByRole('alert').filter({ hasText: 'Won: Sold' }).innerText()).toContain(
      'Installed before Christmas',
    );
  });

  step('is reopened, put away, and taken back, each after a question', async () => {
    await act(page, 'Reopen');
    await confirm(page, 'Reopen the lead?', 'Reopen');
    await page.getByRole('button', { name: 'Decision: current phase' }).waitFor();
    await act(page, 'Deactivate');
    await confirm(page, 'Deactivate the lead?', 'Deactivate');
    await page.getByText('This lead is deactivated').waitFor();
    expect(await page.getByRole('button', { name: 'Edit Subject' }).count()).toBe(0);
    await act(page, 'Reactivate');
    await confirm(page, 'Reactivate the lead?', 'Reactivate');
    await page.getByRole('button', { name: 'Edit Subject' }).waitFor();
  });

  step('tells its story', async () => {
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await untilShown(page);
    const story = await page.getByRole('tabpanel', { name: 'Timeline' }).innerText();
    for (const told of ['Qualify', 'An offer for 10 kWh, please.', 'Installed before Christmas']) {
      expect(story).toContain(told);
    }

    await page.getByRole('tab', { name: 'History' }).click();
    const corrected = page.getByRole('article', { name: /^Corrected/ });
    await corrected.waitFor();
    const cells = await corrected.getByRole('cell').allTextContents();
    expect(cells).toEqual([lead.subject, subjectNow]);
  });

  step('is seen as it was at any moment', async () => {
    await page.getByRole('tab', { name: 'Overview' }).click();
    await act(page, 'Look at the past');
    const slider = page.getByRole('slider', { name: 'Moment in the lead’s life' });
    await slider.waitFor();
    await slider.press('Home');
    await page.getByText(/^As it was on/).waitFor();
    const subject = page
      .getByRole('region', { name: 'Lead' })
      .getByRole('definition')
      .filter({ hasText: lead.subject });
    await subject.waitFor();
    expect(await subject.innerText()).toContain(subjectNow);
    await page.waitForURL(/[?&]revision=0$/);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('button', { name: 'Edit Subject' }).waitFor();
  });

  step('is replayed step by step, each difference marked', async () => {
    await page.getByRole('tab', { name: 'Replay' }).click();
    await page.getByText(/^Step 1 of \d+$/).waitFor();
    const changed = page.getByRole('region', { name: 'Lead', exact: true }).locator('ins', { hasText: subjectNow });
    const next = page.getByRole('button', { name: 'Next step' });
    for (let place = 2; (await changed.count()) === 0; place += 1) {
      await next.click();
      await page.getByText(new RegExp(`^Step ${place} of \\d+$`)).waitFor();
    }
    const region = page.getByRole('region', { name: 'Lead', exact: true });
    expect(await region.locator('del').innerText()).toContain(lead.subject);
    expect(await region.getByText('Changed', { exact: true }).count()).toBe(1);
    // The step after it changed something else.
    await next.click();
    await changed.waitFor({ state: 'detached' });
  });

  step('stands in the list as it is now', async () => {
    await goTo(page, 'Leads');
    await page.getByRole('searchbox', { name: 'Search leads' }).fill(`${run}`);
    const row = page.getByRole('table', { name: 'Leads' }).getByRole('row', { name: subjectNow });
    await row.waitFor();
    expect(await row.innerText()).toContain('Decision');
  });
}
