import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What else there is to find is the same in other colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe has against what is shown, light and dark: all its rules, of WCAG 2.2 and of good practice. In the dark only the
 * part within `inTheDark` is looked at, since what is around it was before.
 */
export async function violations(page: Page, name: string, inTheDark = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Without frames there is nothing to put together in a page of its own, which takes most of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    if (colorScheme === 'dark') axe.withRules(OF_COLOURS).include(inTheDark);
    for (const { id, nodes } of (await axe.analyze()).violations) {
      const where = nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`);
      found.push(`${name}, ${colorScheme}: ${id}: ${where.join('\n  ')}`);
    }
  }
  return found;
}
