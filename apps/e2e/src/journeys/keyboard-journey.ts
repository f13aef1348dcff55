import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { dialog } from '../browser/lead-page.js';
import { addLead } from '../browser/product.js';
import type { Stage, Step } from '../browser/stage.js';

/** Somebody without a mouse. */
export function keyboardJourney(stage: Stage, step: Step): void {
  const run = `Tasten${Date.now()}`;
  let page: Page;
  const keys = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };

  step('goes to a page by its keys, and sees which keys there are', async () => {
    page = await stage.enter();
    await keys('g', 'u');
    await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor();
    await page.keyboard.type('?');
    await dialog(page, 'Keyboard shortcuts').waitFor();
    await keys('Escape');
    await dialog(page, 'Keyboard shortcuts').waitFor({ state: 'hidden' });
  });

  step('enters a lead', async () => {
    await addLead(stage.api, { subject: `${run} one`, customer: { organisation: 'Alpha' } });
    await keys('n');
    await page.getByRole('heading', { name: 'New lead', level: 1 }).waitFor();
    await page.getByLabel('Company').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Beta');
    await page.getByLabel('Subject').focus();
    await page.keyboard.type(`${run} two`);
    await keys('Enter');
    await page.getByRole('heading', { name: 'Beta', level: 1 }).waitFor();
  });

  step('searches, walks the rows, and opens one', async () => {
    await keys('/');
    await page.getByRole('searchbox', { name: 'Search leads' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(run);
    const rows = page.getByRole('table', { name: 'Leads' }).getByRole('row', { name: run });
    await page.waitForURL(/[?&]q=/);
    await page.getByRole('status').filter({ hasText: '1–2 of 2' }).waitFor();
    await rows.first().focus();
    await keys('ArrowDown');
    await rows.nth(1).and(page.locator(':focus')).waitFor();
    await keys('ArrowUp', 'ArrowUp');
    await rows.first().and(page.locator(':focus')).waitFor();
    const opened = (await rows.first().innerText()).includes('Beta') ? 'Beta' : 'Alpha';
    await keys('Enter');
    await page.getByRole('heading', { name: opened, level: 1 }).waitFor();
  });

  step('completes a phase, and changes their mind about the next', async () => {
    if ((await page.getByRole('button', { name: 'Accept' }).count()) > 0) {
      await page.getByRole('button', { name: 'Accept' }).press('Enter');
    }
    const qualify = page.getByRole('button', { name: 'Qualify: current phase' });
    await qualify.press('Enter');
    await dialog(page, 'Complete “Qualify”?').waitFor();
    await page.getByRole('button', { name: 'Next phase' }).and(page.locator(':focus')).waitFor();
    await keys('Enter');
    const contact = page.getByRole('button', { name: 'Contact: current phase' });
    await contact.press('Enter');
    await dialog(page, 'Complete “Contact”?').waitFor();
    await keys('Escape');
    await dialog(page, 'Complete “Contact”?').waitFor({ state: 'hidden' });
    await contact.and(page.locator(':focus')).waitFor();
    expect(await contact.count()).toBe(1);
  });

  step('edits a field, and gives another edit up', async () => {
    const edit = page.getByRole('button', { name: 'Edit Subject' });
    await edit.press('Enter');
    const field = page.getByRole('group', { name: 'Subject', exact: true }).getByRole('textbox');
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(`${run} by keys`);
    await keys('Enter');
    await page.getByRole('region', { name: 'Lead' }).getByText(`${run} by keys`).waitFor();
    await edit.and(page.locator(':focus')).waitFor();
    await keys('Enter');
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Never mind');
    await keys('Escape');
    await page.getByRole('region', { name: 'Lead' }).getByText(`${run} by keys`).waitFor();
    await page.context().close();
  });
}
