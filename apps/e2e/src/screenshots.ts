import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { signIn, type ApiClient } from './api-client.js';
import { openPerson, SCREENS, startBrowser } from './browser/browser.js';
import { pagesOf, signInAs, untilShown } from './browser/pages.js';
import { repository, startLeadline, until } from './leadline-process.js';

/** `npm run screenshots`: every page of the console on the demo's data, at both widths, and some of them in the dark. */

const folder = join(repository, 'docs/screenshots');
const IN_THE_DARK = new Set(['leads', 'lead', 'lead-replay']);

const leadline = await startLeadline({ args: ['--demo'], env: { LOG_LEVEL: 'error' } });
const browser = await startBrowser();
try {
  await mkdir(folder, { recursive: true });
  // The demo is whole once it says who can sign in.
  await until(async () => leadline.output().includes('Sign in as'), 60_000);
  const lead = await storiedLead(await signIn(leadline));
  for (const [width, viewport] of Object.entries(SCREENS)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await shoot(browser, { width, viewport, colorScheme, lead });
    }
  }
} finally {
  await browser.close();
  await leadline.dispose();
}

interface Shooting {
  readonly width: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
  readonly lead: string;
}

async function shoot(with_: Browser, { width, viewport, colorScheme, lead }: Shooting): Promise<void> {
  const suffix = colorScheme === 'dark' ? `${width}-dark` : width;
  const context = await openPerson(with_, { viewport, colorScheme });
  const page = await context.newPage();
  if (colorScheme === 'light') {
    await page.goto(`${leadline.url}/sign-in`);
    await page.getByLabel('E-mail address').waitFor();
    await save(page, `sign-in-${suffix}`);
  }
  await signInAs(page, leadline, leadline.administrator);
  for (const { name, path } of pagesOf(lead)) {
    if (colorScheme === 'dark' && !IN_THE_DARK.has(name)) continue;
    await page.goto(leadline.url + path);
    await untilShown(page);
    await save(page, `${name}-${suffix}`);
  }
  await context.close();
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

/** A lead in progress that much has happened to. */
async function storiedLead(api: ApiClient): Promise<string> {
  interface Listed {
    readonly items: readonly { readonly id: string; readonly revision: number }[];
  }
  let items: Listed['items'] = [];
  await until(async () => {
    ({
      body: { items },
    } = await api.get<Listed>('/api/leads?status=inProgress&limit=200'));
    return items.length > 0;
  });
  const [first] = [...items].sort((one, other) => other.revision - one.revision);
  if (!first) throw new Error('The demo has no lead in progress');
  return first.id;
}
