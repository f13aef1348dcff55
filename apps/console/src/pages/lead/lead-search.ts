import { countIn, oneOf, present, type Search } from '../../app/search.js';

export const LEAD_TABS = ['overview', 'timeline', 'history', 'replay'] as const;
export type LeadTab = (typeof LEAD_TABS)[number];

export interface LeadSearch {
  readonly tab?: LeadTab;
  /** The revision that is looked at, where it is not the newest. */
  readonly revision?: number;
}

export function leadSearch(search: Search): LeadSearch {
  return present({ tab: oneOf(search, 'tab', LEAD_TABS), revision: countIn(search, 'revision') });
}
