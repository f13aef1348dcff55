import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { correct, tick, type } from '../browser/lead-page.js';
import { addLead, addPerson } from '../browser/product.js';
import type { Stage, Step } from '../browser/stage.js';

/** Two people in browsers of their own on one lead: nothing that either types is lost. */
export function editingJourney(stage: Stage, step: Step): void {
  let ada: Page;
  let ben: Page;

  step('both open it', async () => {
    const [one, other] = await Promise.all([
      addPerson(stage.api, { name: 'Ada Edits', role: 'administrator' }),
      addPerson(stage.api, { name: 'Ben Edits', role: 'administrator' }),
    ]);
    const lead = await addLead(stage.api, {
      subject: 'Carport',
      customer: { givenName: 'Rosa', familyName: 'Klein', organisation: 'Klein KG' },
      assigneeId: one.id,
    });
    [ada, ben] = await Promise.all([stage.enter(one), stage.enter(other)]);
    for (const page of [ada, ben]) {
      await page.goto(`${stage.product.url}/leads/${lead}`);
      await page.getByRole('heading', { name: 'Rosa Klein', level: 1 }).waitFor();
    }
  });

  step('different fields: both values land, without a question', async () => {
    const organisation = await type(ada, 'Company', 'Klein & Söhne KG');
    const givenName = await type(ben, 'Given name', 'Rosalinde');
    await tick(organisation);
    await organisation.waitFor({ state: 'hidden' });
    await tick(givenName);
    await givenName.waitFor({ state: 'hidden' });
    for (const page of [ada, ben]) {
      await page.reload();
      await page.getByRole('heading', { name: 'Rosalinde Klein', level: 1 }).waitFor();
      await page.getByRole('region', { name: 'Customer' }).getByText('Klein & Söhne KG').waitFor();
    }
  });

  step('the same field: both values are shown, and keeping one’s own takes a decision', async () => {
    const mine = await type(ada, 'Subject', 'Carport with photovoltaics');
    await ada.getByRole('textbox', { name: 'Text' }).fill('A note that is not finished');
    await correct(ben, 'Subject', 'Carport for two cars');
    await tick(mine);

    const conflict = ada.getByRole('alert').filter({ hasText: 'Changed by somebody else meanwhile' });
    await conflict.waitFor();
    const said = await conflict.innerText();
    for (const shown of ['Ben Edits', 'Carport for two cars', 'Carport with photovoltaics']) {
      expect(said).toContain(shown);
    }
    expect(await mine.getByRole('textbox').inputValue()).toBe('Carport with photovoltaics');
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await mine.waitFor({ state: 'hidden' });
    await ben.reload();
    await ben.getByRole('region', { name: 'Lead' }).getByText('Carport with photovoltaics').waitFor();
    expect(await ada.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('A note that is not finished');
  });

  step('or one takes theirs', async () => {
    const mine = await type(ben, 'Subject', 'Roof over the yard');
    await correct(ada, 'Subject', 'Carport and shed');
    await tick(mine);
    const conflict = ben.getByRole('alert').filter({ hasText: 'Changed by somebody else meanwhile' });
    await conflict.getByRole('button', { name: 'Take theirs' }).click();
    await mine.waitFor({ state: 'hidden' });
    await ben.getByRole('region', { name: 'Lead' }).getByText('Carport and shed').waitFor();
  });
}
