import type { Locator, Page } from 'playwright-core';

/** What people do on a lead's page, in the words that stand there. */

/** The dialog with that title, once it is there. */
export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}

/** Confirms a dialog by one of its buttons, and waits until it is gone. */
export async function confirm(page: Page, title: string | RegExp, action: string): Promise<void> {
  const asked = dialog(page, title);
  await asked.getByRole('button', { name: action, exact: true }).click();
  await asked.waitFor({ state: 'hidden' });
}

/** One of the header's actions, also where it is behind the dots. */
export async function act(page: Page, action: string): Promise<void> {
  const button = page.getByRole('button', { name: action, exact: true });
  const more = page.getByRole('button', { name: 'More actions' });
  await button.or(more).first().waitFor();
  if (await button.isVisible()) return button.click();
  await more.click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Completes the phase that the lead is in. */
export async function completePhase(page: Page, phase: string): Promise<void> {
  await page.getByRole('button', { name: `${phase}: current phase` }).click();
  const asked = dialog(page, `Complete “${phase}”?`);
  await asked.getByRole('button', { name: /^(Next phase|Complete the phase)$/ }).click();
  await asked.waitFor({ state: 'hidden' });
  await page
    .getByRole('button', { name: `${phase}: completed` })
    .or(page.getByLabel(`${phase}: completed`))
    .waitFor();
}

export async function setBackTo(page: Page, phase: string): Promise<void> {
  await page.getByRole('button', { name: `${phase}: completed` }).click();
  await confirm(page, `Set back to “${phase}”?`, 'Set back');
  await page.getByRole('button', { name: `${phase}: current phase` }).waitFor();
}

/** Opens a field and types another value; it is not confirmed yet. */
export async function type(page: Page, field: string, value: string): Promise<Locator> {
  await page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
  const editing = page.getByRole('group', { name: field, exact: true });
  await editing.getByRole('textbox').fill(value);
  return editing;
}

/** The green tick. */
export async function tick(editing: Locator): Promise<void> {
  await editing.getByRole('button', { name: 'Confirm' }).click();
}

/** Corrects a field, up to its being shown as saved. */
export async function correct(page: Page, field: string, value: string): Promise<void> {
  const editing = await type(page, field, value);
  await tick(editing);
  await editing.waitFor({ state: 'hidden' });
  await page.getByRole('main').getByText(value, { exact: true }).first().waitFor();
}

/** What the journal says, newest first. */
export function journalEntries(page: Page): Locator {
  return page.getByRole('region', { name: 'Journal' }).getByRole('listitem');
}

/** Chooses an entry of a select by its words. */
export async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).click();
  await within.page().getByRole('option', { name: option, exact: true }).click();
}
