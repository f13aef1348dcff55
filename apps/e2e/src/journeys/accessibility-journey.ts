import { expect } from '@jest/globals';
import { violations } from '../browser/axe.js';
import { SCREENS } from '../browser/browser.js';
import { act, dialog } from '../browser/lead-page.js';
import { pagesOf, untilShown } from '../browser/pages.js';
import { addLead, addPerson } from '../browser/product.js';
import type { Stage, Step } from '../browser/stage.js';

/** Axe on every page and dialog at a width, light and dark. */
export function accessibilityJourney(stage: Stage, step: Step, width: keyof typeof SCREENS): void {
  const viewport = SCREENS[width];
  let lead: string;

  step('a lead with a past', async () => {
    lead = await addLead(stage.api, {
      subject: 'Heat pump',
      note: 'Two storeys',
      customer: {
        givenName: 'Ayşe',
        familyName: 'Strauß',
        email: 'ayse@example.org',
        phones: [{ kind: 'mobile', number: '+49 171 1234567' }],
      },
      interests: [{ description: 'Heat pump', quantity: '1', unitPrice: { amountMinor: 1_499_900, currency: 'EUR' } }],
      resubmission: { localTime: '2020-01-02T09:00', timeZone: 'Europe/Berlin' },
    });
    await stage.api.post(`/api/leads/${lead}/phases/advance`);
    const entry = { kind: 'call', text: 'Called back', direction: 'out', outcome: 'reached', durationSeconds: 120 };
    expect((await stage.api.post(`/api/leads/${lead}/journal`, entry)).status).toBe(201);
    await stage.api.post('/api/identity/teams', { name: `Team ${Date.now()}` });
    await addPerson(stage.api, { name: 'Axel Axe', role: 'agent' });
    const key = { name: `Key ${Date.now()}`, scopes: ['leads:read'] };
    expect((await stage.api.post('/api/identity/api-keys', key)).status).toBe(201);
  });

  step(
    'finds nothing on any page',
    async () => {
      const found: string[] = [];
      const stranger = await stage.visit({ viewport });
      for (const path of ['/sign-in', '/accept-invitation#a.b', '/accept-invitation', '/nowhere']) {
        await stranger.goto(stage.product.url + path);
        await stranger.getByRole('heading', { level: 1 }).waitFor();
        found.push(...(await violations(stranger, path)));
      }
      await stranger.context().close();

      const page = await stage.enter(undefined, { viewport });
      for (const { name, path } of pagesOf(lead)) {
        await page.goto(stage.product.url + path);
        await untilShown(page);
        found.push(...(await violations(page, name)));
      }
      await page.context().close();
      expect(found).toEqual([]);
    },
    120_000,
  );

  step(
    'finds nothing in any dialog',
    async () => {
      const page = await stage.enter(undefined, { viewport });
      const found: string[] = [];
      const check = async (name: string, title: string | RegExp): Promise<void> => {
        await dialog(page, title).waitFor();
        found.push(...(await violations(page, name, '[role=dialog]')));
        await dialog(page, title).getByRole('button', { name: 'Close', exact: true }).first().click();
        await dialog(page, title).waitFor({ state: 'hidden' });
      };
      await page.goto(`${stage.product.url}/leads/${lead}`);
      await untilShown(page);
      await page.getByRole('button', { name: 'Contact: current phase' }).click();
      await check('next phase', 'Complete “Contact”?');
      await page.getByRole('button', { name: 'Qualify: completed' }).click();
      await check('set back', 'Set back to “Qualify”?');
      for (const [action, title] of [
        ['Won', 'Close as won'],
        ['Lost', 'Close as lost'],
        ['Assign', 'Assign the lead'],
        ['Deactivate', 'Deactivate the lead?'],
      ] as const) {
        await act(page, action);
        await check(action, title);
      }
      await page.getByRole('button', { name: 'Put off' }).click();
      await check('put off', 'Bring this lead back at another time');
      await page.getByRole('button', { name: 'Edit E-mail' }).click();
      await page.getByRole('group', { name: 'E-mail', exact: true }).getByRole('textbox').fill('other@example.org');
      await page.keyboard.press('Enter');
      await check('password', 'Change the e-mail address');
      await page.getByRole('group', { name: 'E-mail', exact: true }).getByRole('textbox').press('Escape');
      for (const field of ['Phones', 'Address', 'Interests', 'Note', 'Source']) {
        await page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
      }
      found.push(...(await violations(page, 'fields being edited')));

      await page.goto(`${stage.product.url}/users`);
      await untilShown(page);
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await check('invite', 'Invite somebody');
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.type('?');
      await check('shortcuts', 'Keyboard shortcuts');
      const menu = page.getByRole('button', { name: 'Actions for Axel Axe' }).first();
      for (const [action, title] of [
        ['Edit', 'Edit Axel Axe'],
        ['New password by invitation', 'Invite Axel Axe again?'],
        ['Deactivate', 'Deactivate Axel Axe?'],
      ] as const) {
        await menu.click();
        await page.getByRole('menuitem', { name: action }).waitFor();
        if (action === 'Edit') found.push(...(await violations(page, 'menu of a user')));
        await page.getByRole('menuitem', { name: action }).click();
        await check(action, title);
      }
      await page.goto(`${stage.product.url}/teams`);
      await page.getByRole('button', { name: 'New team' }).click();
      await check('new team', 'New team');
      await page
        .getByRole('button', { name: /^Deactivate / })
        .first()
        .click();
      await check('deactivate a team', /^Deactivate /);
      await page.goto(`${stage.product.url}/api-keys`);
      await page.getByRole('button', { name: 'New key' }).click();
      await check('new key', 'New API key');
      await page
        .getByRole('button', { name: /^Revoke / })
        .first()
        .click();
      await check('revoke', /^Revoke /);
      await page.goto(`${stage.product.url}/operations`);
      await page.getByRole('button', { name: 'Rebuild leadList' }).click();
      await check('rebuild', 'Rebuild leadList?');

      await page.goto(`${stage.product.url}/leads/new`);
      await page.getByRole('button', { name: 'Create lead' }).click();
      await page.getByText('A lead needs a subject.').waitFor();
      found.push(...(await violations(page, 'new lead with its errors')));

      await page.goto(`${stage.product.url}/leads/import`);
      const buffer = Buffer.from('subject,organisation,colour\nRoof,Klein KG,red\nRoof,,\n');
      await page.locator('input[type=file]').setInputFiles({ name: 'few.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('heading', { name: 'Checked: few.csv' }).waitFor();
      await page.getByRole('button', { name: 'Show columns' }).click();
      await page.getByRole('table', { name: 'Columns' }).waitFor();
      found.push(...(await violations(page, 'import that is checked')));
      await page.getByRole('button', { name: 'Import one lead now' }).click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
      found.push(...(await violations(page, 'import that is done')));

      await page.goto(`${stage.product.url}/leads`);
      await untilShown(page);
      await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Status' }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().check();
      found.push(...(await violations(page, 'filter')));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Columns' }).click();
      found.push(...(await violations(page, 'columns')));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Your account' }).click();
      found.push(...(await violations(page, 'user menu')));
      await page.context().close();
      expect(found).toEqual([]);
    },
    120_000,
  );
}
