import type { NewLeadText } from './new-lead-text.js';

let draft: NewLeadText | null = null;

/** What was typed and not sent yet: it is still there when one comes back from another page. */
export function keptDraft(): NewLeadText | null {
  return draft;
}

export function keepDraft(text: NewLeadText | null): void {
  draft = text;
}
