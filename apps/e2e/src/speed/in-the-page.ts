import type { Page } from 'playwright-core';
import { until } from '../leadline-process.js';

/**
 * Runs in the page before anything else: notes when a person last did something, and when rows were last painted. Said as
 * text, since it runs in the browser, whose globals Node's types do not know.
 */
export const MEASURE = `
  window.speed = { actedAt: 0, rows: '', isStale: false, paintedAt: 0 };
  for (const kind of ['pointerdown', 'keydown']) {
    document.addEventListener(kind, () => { speed.actedAt = performance.now(); }, { capture: true });
  }
  const look = () => {
    const frame = document.querySelector('#lead-list');
    const rows = frame?.querySelector('tbody tr a') ? frame.textContent : '';
    const isStale = frame?.querySelector('[data-stale]') != null;
    // New rows may read as those before them.
    const areNew = !isStale && (rows !== speed.rows || speed.isStale);
    speed.isStale = isStale;
    if (areNew) speed.rows = rows;
    // A frame later they are on the screen.
    if (areNew && rows !== '') requestAnimationFrame(() => setTimeout(() => { speed.paintedAt = performance.now(); }));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
`;

/** From the beginning of the navigation until the rows were on the screen, in milliseconds. */
export async function shownSinceStart(page: Page): Promise<number> {
  await until(() => page.evaluate<boolean>('speed.paintedAt > 0'));
  return page.evaluate<number>('speed.paintedAt');
}

/** From the last thing that a person does until other rows are on the screen, in milliseconds. */
export async function durationOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate('speed.paintedAt = 0');
  await act();
  await until(() => page.evaluate<boolean>('speed.paintedAt > speed.actedAt'));
  return page.evaluate<number>('speed.paintedAt - speed.actedAt');
}
