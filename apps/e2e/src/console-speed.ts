import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { signIn } from './api-client.js';
import { openPerson, startBrowser } from './browser/browser.js';
import { goTo, signInAs } from './browser/pages.js';
import { repository, startLeadline, until } from './leadline-process.js';
import { durationOf, MEASURE, shownSinceStart } from './speed/in-the-page.js';
import { speedTable, type Measured } from './speed/speed-table.js';

/** `npm run bench:console`: how fast the list of 100,000 leads is as its user sees it, in a real Chromium. Prints a table. */

interface Filled {
  readonly path: string;
  readonly administrator: { readonly email: string; readonly password: string };
}

const { values } = parseArgs({ options: { leads: { type: 'string' }, rounds: { type: 'string' } } });
const leads = Number(values.leads ?? 100_000);
const rounds = Number(values.rounds ?? 15);
const NAMES = ['Müller', 'schmidt', 'weiss', 'Özdemir', 'Garcia', 'jensen', 'Rossi', 'nowak'];

const folder = await mkdtemp(join(tmpdir(), 'leadline-console-speed-'));
try {
  const filled = await fill();
  const leadline = await startLeadline({ dataFolder: filled.path, env: { LOG_LEVEL: 'error' } });
  try {
    const api = await signIn(leadline, filled.administrator);
    await until(async () => {
      const { body } = await api.get<{ items: readonly { caughtUp: boolean }[] }>('/api/operations/subscriptions');
      return body.items.every(({ caughtUp }) => caughtUp);
    }, 600_000);
    process.stdout.write(`${speedTable(await measure(leadline.url, filled.administrator))}\n`);
  } finally {
    await leadline.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function fill(): Promise<Filled> {
  process.stdout.write(`Making ${leads.toLocaleString('en')} leads, by commands …\n`);
  const script = join(repository, 'apps/bench/dist/fill-folder.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, String(leads)]);
  return JSON.parse(stdout) as Filled;
}

async function measure(url: string, administrator: Filled['administrator']): Promise<Measured[]> {
  const browser = await startBrowser();
  try {
    const context = await openPerson(browser);
    await context.addInitScript(MEASURE);
    const page = await context.newPage();
    await signInAs(page, { url }, administrator);
    const session = await context.newCDPSession(page);
    const open = async (): Promise<number> => {
      await page.goto(`${url}/leads`);
      return shownSinceStart(page);
    };

    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const firstEver = await times(open);
    await session.send('Network.setCacheDisabled', { cacheDisabled: false });
    const byAddress = await times(open);
    const byLink = await times(async () => {
      await goTo(page, 'Import');
      await page.getByRole('heading', { name: 'Import leads' }).waitFor();
      return durationOf(page, () => goTo(page, 'Leads'));
    });
    const filter = await times((round) => filterBy(page, url, round));
    const sort = await times((round) => {
      const column = round % 2 === 0 ? 'Customer' : 'Subject';
      return durationOf(page, () => page.getByRole('button', { name: column, exact: true }).click());
    });
    const next = await times(() =>
      durationOf(page, () => page.getByRole('button', { name: 'Next', exact: true }).click()),
    );
    const search = await times((round) => searchFor(page, url, NAMES[round % NAMES.length] ?? ''));
    return [
      { what: 'opened by its address, nothing in the cache', timesMs: firstEver, aimMs: 1_000 },
      { what: 'opened by its address', timesMs: byAddress, aimMs: 1_000 },
      { what: 'opened by a link', timesMs: byLink, aimMs: 1_000 },
      { what: 'a filter chosen', timesMs: filter, aimMs: 300 },
      { what: 'sorted by another column', timesMs: sort, aimMs: 300 },
      { what: 'the next page', timesMs: next, aimMs: 300 },
      { what: 'searched: from the last key, of which it waits 160 ms for another', timesMs: search, aimMs: 300 },
    ];
  } finally {
    await browser.close();
  }
}

async function times(one: (round: number) => Promise<number>): Promise<number[]> {
  const measured: number[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await one(round));
  return measured;
}

/** Of two filters in turn, another value each time; the list of values is open already. */
async function filterBy(page: Page, url: string, round: number): Promise<number> {
  await page.goto(`${url}/leads`);
  await shownSinceStart(page);
  const filter = round % 2 === 0 ? 'Assignee' : 'Phase';
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: filter, exact: true }).click();
  const value = page.getByRole('dialog').getByRole('checkbox');
  await value.first().waitFor();
  const which = (round >> 1) % (await value.count());
  return durationOf(page, () => value.nth(which).click());
}

async function searchFor(page: Page, url: string, name: string): Promise<number> {
  await page.goto(`${url}/leads`);
  await shownSinceStart(page);
  const field = page.getByRole('searchbox', { name: 'Search leads' });
  return durationOf(page, () => field.pressSequentially(name, { delay: 90 }));
}
