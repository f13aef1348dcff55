import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ApiClient } from '../api-client.js';
import { chromiumPath, openPerson, startBrowser } from './browser.js';
import { apiOf, openProduct, type Person, type Product } from './product.js';
import { signInAs } from './pages.js';

type Credentials = Pick<Person, 'email' | 'password'>;

/** What a journey needs: a product, a client of its API for what goes before, and browsers for people. */
export interface Stage {
  readonly product: Product;
  /** The administrator's client. */
  readonly api: ApiClient;
  /** A browser of somebody's own that nobody has signed in with. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** A browser of somebody's own, signed in; left out, it is the administrator's. */
  enter(person?: Credentials, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in any of the browsers: uncaught errors, and what the console called one. */
  readonly troubles: readonly string[];
  /** Every token that any of the browsers got or sent. */
  readonly tokens: ReadonlySet<string>;
  /** Takes a picture of every page that is open; answers the folder. */
  pictures(): Promise<string>;
}

/** A step of a journey: it begins where the one before ended. After one that fails none of the others is tried. */
export type Step = (name: string, walk: () => Promise<void>, timeoutMs?: number) => void;

export const NO_CHROMIUM = 'browser journeys skipped: no Chromium found; install one or set CHROMIUM';

/** Journeys in a real Chromium. Where there is none they are skipped: `chromium.spec.ts` says so, and fails in CI. */
export function onStage(title: string, play: (stage: Stage) => void, open = openProduct): void {
  const reason = reasonToSkip(open);
  if (reason !== null) return describe.skip(`${title} (${reason})`, () => play(nobodysStage));
  describe(title, () => {
    let stage = nobodysStage;
    let product: Product | undefined;
    let browser: Browser | undefined;

    beforeAll(async () => {
      product = await open();
      browser = await startBrowser();
      stage = stageOf(product, await apiOf(product), browser);
    }, 240_000);

    afterAll(async () => {
      await browser?.close();
      await product?.dispose();
    }, 60_000);

    // A journey is told before there is anything to play on.
    play({
      get product() {
        return stage.product;
      },
      get api() {
        return stage.api;
      },
      get troubles() {
        return stage.troubles;
      },
      get tokens() {
        return stage.tokens;
      },
      visit: (options) => stage.visit(options),
      enter: (person, options) => stage.enter(person, options),
      pictures: () => stage.pictures(),
    });
  });
}

/** On the engines, journeys are played on services of their own: `services.e2e.spec.ts`. */
function reasonToSkip(open: typeof openProduct): string | null {
  if (chromiumPath === null) return NO_CHROMIUM;
  const hasEngines = process.env['KAFKA_BROKERS'] !== undefined;
  if (open !== openProduct) return hasEngines ? null : 'needs the engines';
  return hasEngines && process.env['LEADLINE_URL'] === undefined ? 'not on the engines' : null;
}

/** Steps that build on one another. */
export function journey(title: string, stage: Stage, play: (stage: Stage, step: Step) => void): void {
  describe(title, () => {
    let failed: string | undefined;
    play(stage, (name, walk, timeoutMs) =>
      it(
        name,
        async () => {
          if (failed !== undefined) throw new Error(`Not tried: "${failed}" failed.`);
          failed = name;
          await walk().catch(async (error: unknown) => {
            throw new Error(`What was to be seen is in ${await stage.pictures()}`, { cause: error });
          });
          failed = undefined;
        },
        timeoutMs,
      ),
    );
  });
}

function stageOf(product: Product, api: ApiClient, browser: Browser): Stage {
  const troubles: string[] = [];
  const tokens = new Set<string>();
  const visit: Stage['visit'] = async (options) => {
    const context = await openPerson(browser, options);
    watch(context, troubles, tokens);
    return context.newPage();
  };
  return {
    product,
    api,
    troubles,
    tokens,
    visit,
    pictures: () => picturesOf(browser),
    async enter(person = product.administrator, options) {
      const page = await visit(options);
      await signInAs(page, product, person);
      return page;
    },
  };
}

async function picturesOf(browser: Browser): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-journey-'));
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [n, page] of pages.entries()) {
    // A page that hangs has no picture; the step's own error says more.
    await page.screenshot({ path: join(folder, `${n + 1}.png`), timeout: 5_000 }).catch(() => undefined);
  }
  return folder;
}

function watch(context: BrowserContext, troubles: string[], tokens: Set<string>): void {
  context.on('weberror', (error) => troubles.push(error.error().message));
  context.on('console', (message) => {
    // A 404 that a journey means to see is told here as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      troubles.push(message.text());
    }
  });
  context.on('request', (request) => {
    const token = request.headers()['authorization']?.replace(/^Bearer /, '');
    if (token !== undefined) tokens.add(token);
  });
  context.on('response', (response) => {
    // Only what is asked in time is answered; a browser that is being closed has no more to tell.
    const cookie = response.headerValue('set-cookie').catch(() => null);
    void cookie.then((text) => {
      const token = /leadline_refresh=([^;]+)/.exec(text ?? '')?.[1];
      if (token !== undefined) tokens.add(token);
    });
  });
}

/** Before the curtain. */
const nobodysStage: Stage = {
  get product() {
    return notYet();
  },
  get api() {
    return notYet();
  },
  visit: notYet,
  enter: notYet,
  pictures: notYet,
  troubles: [],
  tokens: new Set(),
};

function notYet(): never {
  throw new Error('The journey has not begun');
}
