import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addLead, addPerson, type Person } from '../browser/product.js';
import type { Stage, Step } from '../browser/stage.js';

/** Somebody who reads German. */
export function germanJourney(stage: Stage, step: Step): void {
  const subject = `Wärmepumpe ${Date.now()}`;
  let person: Person;
  let page: Page;

  step('a browser set to German is asked in German who is there', async () => {
    person = await addPerson(stage.api, { name: 'Dora Deutsch', role: 'agent', language: 'de' });
    await addLead(stage.api, { subject, customer: { familyName: 'Özdemir' }, assigneeId: person.id });
    page = await stage.visit({ locale: 'de-DE' });
    await page.goto(`${stage.product.url}/leads`);
    await page.getByLabel('E-Mail-Adresse').fill(person.email);
    await page.getByLabel('Passwort', { exact: true }).fill('nicht das richtige');
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/Passwort/);
    await page.getByLabel('Passwort', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByRole('heading', { name: 'Leads', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  step('the lead, its phases and its story are German', async () => {
    await page.getByRole('table', { name: 'Leads' }).getByRole('link', { name: 'Özdemir' }).click();
    await page.getByRole('button', { name: /Qualifizieren: / }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nächste Phase' }).click();
    await page.getByRole('button', { name: /Kontakt: / }).waitFor();
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    const story = page.getByRole('tabpanel').filter({ hasText: 'Qualifizieren' });
    await story.waitFor();
    expect(await story.innerText()).not.toMatch(/Phase completed|completed|Today/);
    await page.context().close();
  });
}
