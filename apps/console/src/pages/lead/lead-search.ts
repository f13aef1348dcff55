import { oneOf, present, textIn, type Search } from '../../app/search.js';

export const LEAD_TABS = ['overview', 'timeline', 'history', 'replay'] as const;
export type LeadTab = (typeof LEAD_TABS)[number];

export interface LeadSearch {
  readonly tab?: LeadTab;
  /** The moment that is looked at, where it is not now: an instant. */
  readonly at?: string;
}

export function leadSearch(search: Search): LeadSearch {
  return present({ tab: oneOf(search, 'tab', LEAD_TABS), at: textIn(search, 'at') });
}
