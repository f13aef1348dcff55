import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { apiClient, type ApiClient } from '../api-client.js';
import { dialog, journalEntries } from '../browser/lead-page.js';
import { tokenSentBy } from '../browser/pages.js';
import { addLead, addPerson, type Person } from '../browser/product.js';
import type { Stage, Step } from '../browser/stage.js';
import { until } from '../leadline-process.js';

/** A token that each of two processes remembers is refused so often in a row once neither does. */
const IN_A_ROW = 8;

/** A session ends while somebody writes in two tabs: they sign in once, and go on where they were. */
export function sessionJourney(stage: Stage, step: Step): void {
  const run = Date.now();
  const note = `The roof faces south-west; photos follow tonight (${run}).`;
  const subject = `Heat pump for a school, ${run}`;
  let ada: Person;
  let token: string;
  let leadTab: Page;
  let newTab: Page;

  step('somebody writes a note in one tab and enters a lead in another', async () => {
    ada = await addPerson(stage.api, { name: 'Ada Writes', role: 'agent' });
    const lead = await addLead(stage.api, { subject: 'Roof', customer: { familyName: 'Klein' }, assigneeId: ada.id });
    leadTab = await stage.enter(ada);
    token = await tokenSentBy(leadTab, () => leadTab.goto(`${stage.product.url}/leads/${lead}`));
    await leadTab.getByRole('textbox', { name: 'Text' }).fill(note);
    newTab = await leadTab.context().newPage();
    await newTab.goto(`${stage.product.url}/leads/new`);
    await newTab.getByLabel('Company').fill('Primary school');
    await newTab.getByLabel('Subject').fill(subject);
  });

  step(
    'an administrator ends the session: the token is refused within a minute',
    async () => {
      await stage.api.post(`/api/identity/users/${ada.id}/deactivate`);
      const { status } = await stage.api.post(`/api/identity/users/${ada.id}/reactivate`);
      expect(status).toBe(200);
      let refused = 0;
      const asAda = apiClient(stage.product.url, token);
      await until(async () => {
        refused = (await asAda.get('/api/leads?limit=1')).status === 401 ? refused + 1 : 0;
        return refused >= IN_A_ROW;
      }, 60_000);
    },
    90_000,
  );

  step('both tabs ask to sign in again, above what was typed', async () => {
    await newTab.getByRole('button', { name: 'Create lead' }).click();
    await dialog(newTab, 'Your session has ended').waitFor();
    expect(await newTab.getByLabel('Subject').inputValue()).toBe(subject);

    const asked = dialog(leadTab, 'Your session has ended');
    const add = leadTab.getByRole('button', { name: 'Add entry' });
    // The page may have noticed by itself meanwhile, and then nothing behind the dialog can be clicked.
    await add.click({ timeout: 2_000 }).catch(() => undefined);
    await asked.waitFor();
    expect(await leadTab.locator('textarea').first().inputValue()).toBe(note);
    expect(await asked.innerText()).toContain('Ada Writes');
  });

  step('after one sign-in both go on, and each text is saved once', async () => {
    const asked = dialog(leadTab, 'Your session has ended');
    await asked.getByRole('textbox', { name: 'Password' }).fill(ada.password);
    await asked.getByRole('button', { name: 'Sign in', exact: true }).click();
    for (const tab of [leadTab, newTab]) await dialog(tab, 'Your session has ended').waitFor({ state: 'hidden' });

    await newTab.getByRole('heading', { name: 'Primary school', level: 1 }).waitFor();
    const entry = journalEntries(leadTab).getByText(note);
    const add = leadTab.getByRole('button', { name: 'Add entry' });
    // Where the dialog came before the click, the entry waits for it.
    if ((await entry.count()) === 0 && (await add.isEnabled())) await add.click();
    await entry.waitFor();
    await leadTab.reload();
    await entry.waitFor();
    expect(await journalEntries(leadTab).count()).toBe(1);
    const found = await stage.api.get<{ total: number }>(`/api/leads?q=${encodeURIComponent(subject)}`);
    expect(found.body.total).toBe(1);
  });

  step('a stolen refresh token that is used twice ends the session, for the thief as well', async () => {
    const [cookie] = await leadTab.context().cookies(`${stage.product.url}/api/identity/refresh`);
    expect(cookie).toMatchObject({ name: 'leadline_refresh', httpOnly: true, sameSite: 'Strict' });
    const refresh = (value = ''): ReturnType<ApiClient['post']> =>
      apiClient(stage.product.url).post('/api/identity/refresh', undefined, { cookie: `leadline_refresh=${value}` });

    const stolen = await refresh(cookie?.value);
    expect(stolen.status).toBe(200);
    await leadTab.reload();
    await leadTab.getByRole('heading', { name: 'Sign in to Leadline' }).waitFor();
    const [next] = stolen.headers.getSetCookie().map((each) => /leadline_refresh=([^;]+)/.exec(each)?.[1]);
    expect(next).toBeDefined();
    expect((await refresh(next)).status).toBe(401);
  });
}
