import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { apiClient } from '../api-client.js';
import { choose, confirm, dialog } from '../browser/lead-page.js';
import { goTo, tokenSentBy } from '../browser/pages.js';
import { addLead, addPerson, PASSWORDS, type Person } from '../browser/product.js';
import type { Stage, Step } from '../browser/stage.js';
import { until } from '../leadline-process.js';

const NOBODYS_LEAD = 'This lead does not exist, or it is out of your reach.';

/** An agent, a supervisor and an administrator each see what they may; who comes and who goes. */
export function rightsJourney(stage: Stage, step: Step): void {
  const run = `Sichtbar${Date.now()}`;
  const leads = new Map<string, string>();
  let people: Readonly<Record<'chief' | 'ada' | 'mate' | 'ben', Person>>;
  let administrator: Page;
  let ben: Page;

  const page = async (person: Person): Promise<Page> => {
    const entered = await stage.enter(person);
    await entered.getByRole('searchbox', { name: 'Search leads' }).fill(run);
    await entered.waitForURL(/[?&]q=/);
    return entered;
  };
  /** Whose leads of this journey are shown. */
  const shown = async (entered: Page, count: number): Promise<string[]> => {
    const table = entered.getByRole('table', { name: 'Leads' });
    await entered
      .getByRole('status')
      .filter({ hasText: `1–${count} of ${count}` })
      .waitFor();
    const names = await table.getByRole('link').allInnerTexts();
    return names.sort();
  };
  const navigation = (entered: Page): Promise<string[]> =>
    entered.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').allInnerTexts();

  step('a team, its supervisor, and leads of each', async () => {
    const team = await stage.api.post('/api/identity/teams', { name: `Team ${run}` });
    expect(team.status).toBe(201);
    const teamIds = [team.body.id];
    const chief = await addPerson(stage.api, { name: `Chief ${run}`, role: 'supervisor', teamIds });
    const ada = await addPerson(stage.api, { name: 'Ada Sees', role: 'agent', supervisorId: chief.id });
    const mate = await addPerson(stage.api, { name: 'Mate Sees', role: 'agent', teamIds });
    const ben = await addPerson(stage.api, { name: 'Ben Sees', role: 'agent' });
    people = { chief, ada, mate, ben };
    for (const [name, { id }] of Object.entries(people)) {
      leads.set(name, await addLead(stage.api, { subject: run, customer: { organisation: name }, assigneeId: id }));
    }
  });

  step('an agent sees their own leads, and nothing of the administration', async () => {
    const ada = await page(people.ada);
    expect(await shown(ada, 1)).toEqual(['ada']);
    expect(await navigation(ada)).toEqual(['Leads', 'Import']);
    await ada.goto(`${stage.product.url}/leads/${leads.get('ben') ?? ''}`);
    await ada.getByText(NOBODYS_LEAD).waitFor();
    await ada.goto(`${stage.product.url}/leads/01990000-0000-7000-8000-000000000000`);
    await ada.getByText(NOBODYS_LEAD).waitFor();
    await ada.goto(`${stage.product.url}/operations`);
    await ada.getByText('Your role does not allow this.').first().waitFor();
    await ada.context().close();
  });

  step('a supervisor sees those of their team and of whom they supervise', async () => {
    const chief = await page(people.chief);
    expect(await shown(chief, 3)).toEqual(['ada', 'chief', 'mate']);
    expect(await navigation(chief)).toEqual(['Leads', 'Import']);
    await chief.goto(`${stage.product.url}/leads/${leads.get('ben') ?? ''}`);
    await chief.getByText(NOBODYS_LEAD).waitFor();
    await chief.context().close();
  });

  step('an administrator sees all of them, and the administration', async () => {
    administrator = await stage.enter();
    await administrator.getByRole('searchbox', { name: 'Search leads' }).fill(run);
    await administrator.waitForURL(/[?&]q=/);
    expect(await shown(administrator, 4)).toEqual(['ada', 'ben', 'chief', 'mate']);
    expect(await navigation(administrator)).toEqual(['Leads', 'Import', 'Users', 'Teams', 'API keys', 'Operations']);
  });

  step('somebody new is invited, sets a password, and is in', async () => {
    const email = `new.${Date.now()}@leadline.example`;
    const password = 'Rivers run through it';
    PASSWORDS.add(password);
    await goTo(administrator, 'Users');
    await administrator.getByRole('button', { name: 'Invite somebody' }).click();
    const form = dialog(administrator, 'Invite somebody');
    await form.getByLabel('Name').fill('Nele Neu');
    await form.getByLabel('E-mail address').fill(email);
    await choose(form, 'Supervisor', people.chief.name);
    await form.getByRole('button', { name: 'Create invitation' }).click();
    const invitation = dialog(administrator, 'Invitation for Nele Neu');
    const link = await invitation.getByLabel('Invitation link').inputValue();
    await invitation.getByRole('button', { name: 'Done' }).click();

    const nele = await stage.visit();
    const { pathname, hash } = new URL(link);
    await nele.goto(`${stage.product.url}${pathname}${hash}`);
    await nele.getByLabel('Password', { exact: true }).fill(password);
    await nele.getByLabel('Password once more').fill('Rivers run through that');
    await nele.getByRole('button', { name: 'Set password' }).click();
    await nele.getByText('The two are not the same').waitFor();
    await nele.getByLabel('Password once more').fill(password);
    await nele.getByRole('button', { name: 'Set password' }).click();
    await nele.getByRole('link', { name: 'To the sign-in' }).click();
    await nele.getByLabel('E-mail address').fill(email);
    await nele.getByLabel('Password', { exact: true }).fill(password);
    await nele.getByRole('button', { name: 'Sign in', exact: true }).click();
    await nele.getByRole('heading', { name: 'Leads', level: 1 }).waitFor();
    await nele.goto(`${stage.product.url}${pathname}${hash}`);
    await nele.getByLabel('Password', { exact: true }).fill('A second time it is refused');
    await nele.getByLabel('Password once more').fill('A second time it is refused');
    await nele.getByRole('button', { name: 'Set password' }).click();
    await nele.getByRole('alert').waitFor();
    await nele.context().close();
  });

  step('an API key is shown once, and does what its scopes say', async () => {
    await goTo(administrator, 'API keys');
    await administrator.getByRole('button', { name: 'New key' }).first().click();
    const form = dialog(administrator, 'New API key');
    await form.getByLabel('Name').fill(run);
    await form.getByRole('button', { name: 'Create key' }).click();
    const shownKey = dialog(administrator, `The key for ${run}`);
    const key = await shownKey.getByRole('textbox', { name: 'API key' }).inputValue();
    await shownKey.getByRole('button', { name: 'Done' }).click();
    PASSWORDS.add(key);

    const software = apiClient(stage.product.url, key);
    const list = await software.get<{ total: number }>(`/api/leads?q=${run}`);
    expect([list.status, list.body.total]).toEqual([200, 4]);
    expect((await software.post('/api/leads', { subject: run, customer: { organisation: 'key' } })).status).toBe(403);

    await administrator.reload();
    await administrator.getByRole('table', { name: 'API keys' }).getByText(run).waitFor();
    expect(await administrator.content()).not.toContain(key.slice(-20));
  });

  step(
    'who is deactivated is out: at once at the next page, everywhere within a minute',
    async () => {
      ben = await stage.enter(people.ben);
      const lead = `${stage.product.url}/leads/${leads.get('ben') ?? ''}`;
      const token = await tokenSentBy(ben, () => ben.goto(lead));
      await goTo(administrator, 'Users');
      await administrator.getByLabel('Search by name or address').fill(people.ben.email);
      const row = administrator.getByRole('row', { name: people.ben.email });
      await row.getByRole('button', { name: 'Actions for Ben Sees' }).click();
      await administrator.getByRole('menuitem', { name: 'Deactivate' }).click();
      await confirm(administrator, 'Deactivate Ben Sees?', 'Deactivate');

      await ben.reload();
      await ben.getByRole('heading', { name: 'Sign in to Leadline' }).waitFor();
      const software = apiClient(stage.product.url, token);
      await until(async () => (await software.get('/api/leads?limit=1')).status === 401, 60_000);
      await ben.getByLabel('E-mail address').fill(people.ben.email);
      await ben.getByLabel('Password', { exact: true }).fill(people.ben.password);
      await ben.getByRole('button', { name: 'Sign in', exact: true }).click();
      await ben.getByRole('alert').waitFor();
    },
    90_000,
  );
}
