import type { Page } from 'playwright-core';
import type { Person, Product } from './product.js';

/** Signs in by the page that is shown to strangers. */
export async function signInAs(
  page: Page,
  { url }: Pick<Product, 'url'>,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Leads', level: 1 }).waitFor();
}

/** Goes to a page by the main navigation. */
export async function goTo(page: Page, link: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: link, exact: true })
    .click();
}

/** The token that the page sends at its next request. */
export async function tokenSentBy(page: Page, cause: () => Promise<unknown>): Promise<string> {
  const isSigned = page.waitForRequest((request) => request.headers()['authorization'] !== undefined);
  const [request] = await Promise.all([isSigned, cause()]);
  return (request.headers()['authorization'] ?? '').replace('Bearer ', '');
}

/** Every page of the console, by the name that its screenshot has. `lead` is an id. */
export function pagesOf(lead: string): readonly { readonly name: string; readonly path: string }[] {
  return [
    { name: 'leads', path: '/leads' },
    { name: 'leads-overdue', path: '/leads?list=overdue' },
    { name: 'lead', path: `/leads/${lead}` },
    { name: 'lead-timeline', path: `/leads/${lead}?tab=timeline` },
    { name: 'lead-history', path: `/leads/${lead}?tab=history` },
    { name: 'lead-replay', path: `/leads/${lead}?tab=replay&revision=8` },
    { name: 'lead-as-of', path: `/leads/${lead}?revision=3` },
    { name: 'new-lead', path: '/leads/new' },
    { name: 'import', path: '/leads/import' },
    { name: 'users', path: '/users' },
    { name: 'teams', path: '/teams' },
    { name: 'api-keys', path: '/api-keys' },
    { name: 'operations', path: '/operations' },
    { name: 'profile', path: '/profile' },
  ];
}

/** Waits until nothing is being fetched and nothing is a placeholder any more. */
export async function untilShown(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  const waiting = page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root');
  await waiting.filter({ visible: true }).first().waitFor({ state: 'hidden' });
  // Said as text, since it runs in the browser, whose globals Node's types do not know.
  await page.evaluate('document.fonts.ready.then(() => true)');
}
